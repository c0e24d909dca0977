import type { Change } from "./change.ts";
import type { KeywordName } from "./keywords.ts";
import type { ArgumentKind } from "./option-info.ts";
import type { Availability } from "./releases.ts";
import type { ValueSyntax } from "./value-syntaxes.ts";

/** A statement of two or three words with at most one value. */
export interface SettingInfo extends Availability {
  readonly words: readonly [KeywordName, ...KeywordName[]];
  readonly argument: Extract<ArgumentKind, "none" | "string" | "number" | "size">;
  readonly optional?: boolean;
  readonly placeholder?: string;
  /** How the value is written, where it has a form of its own. */
  readonly syntax?: ValueSyntax;
  readonly default?: string;
  readonly manual: string;
  /** What later releases changed, oldest first. */
  readonly changes?: readonly Change[];
}

/** The statements that set one value of the daemon. */
export const settings = [
  {
    words: ["admd"],
    argument: "string",
    since: "6.8.0",
    placeholder: "authservid",
    syntax: "text",
    default: "the server name",
    manual:
      "The name of the administrative domain, which filter programs get for their `Authentication-Results` headers. It takes printable ASCII. Servers that share one domain should share this name.",
  },
  {
    words: ["mta", "max-deferred"],
    argument: "number",
    placeholder: "number",
    default: "100",
    manual:
      "How many waiting messages smtpd remembers for a domain that does not answer, to send them as soon as it does. The others wait for their own next try. Even a negative number is accepted.",
  },
  {
    words: ["queue", "compression"],
    argument: "none",
    default: "off",
    manual:
      "Compresses messages in the queue. The statement has no value and cannot be undone further down; leave it out for a plain queue.",
  },
  {
    words: ["queue", "encryption"],
    argument: "string",
    optional: true,
    placeholder: "key",
    syntax: "secret",
    default: "off",
    manual:
      "Encrypts messages in the queue with a key of exactly 32 bytes, such as `openssl rand -hex 16` prints. Without a key the daemon asks for it on the terminal when it starts. `smtpd -n` refuses the special value `stdin`, since it counts its bytes.",
  },
  {
    words: ["queue", "ttl"],
    argument: "string",
    placeholder: "delay",
    syntax: "delay",
    default: "4d",
    manual:
      "How long a message that cannot be delivered stays in the queue before it bounces. An action can have a `ttl` of its own; bounces themselves are kept for seven days.",
  },
  {
    words: ["smtp", "ciphers"],
    argument: "string",
    placeholder: "control",
    syntax: "cipherspec",
    default: "the library's own list",
    manual:
      "The TLS ciphers of all listeners and relays. `smtpd -n` does not check the list, and the daemon exits at start if the TLS library refuses it.",
    changes: [{ release: "7.3", text: "Listeners and relays can have `ciphers` of their own, which come first." }],
  },
  {
    words: ["smtp", "max-message-size"],
    argument: "size",
    placeholder: "size",
    syntax: "size",
    default: "35M",
    manual:
      "The largest message that is accepted, in bytes or with one of the letters B, K, M, G, T, P and E behind the number. It is announced to clients, but counted only when the message has arrived. Attachments grow by a third on their way.",
  },
  {
    words: ["smtp", "sub-addr-delim"],
    argument: "string",
    placeholder: "character",
    syntax: "character",
    default: "+",
    manual:
      "The character that separates a user from the tag behind the name, as in `user+tag@example.org`. Exactly one printable character, neither a blank nor `@`; most need quotes.",
  },
  {
    words: ["srs", "key"],
    argument: "string",
    since: "6.6.0",
    placeholder: "secret",
    syntax: "secret",
    manual:
      "The secret that signs senders rewritten by SRS. It must stand above the first action with `srs`. Whoever knows it can send mail through this server as if it were a bounce, so take a long random one.",
  },
  {
    words: ["srs", "key", "backup"],
    argument: "string",
    since: "6.6.0",
    placeholder: "secret",
    syntax: "secret",
    manual:
      "A former secret that is still accepted when an SRS address comes back, for the time after a change of the secret. Alone it does not allow `srs` in actions: they need `srs key`.",
  },
  {
    words: ["srs", "ttl"],
    argument: "string",
    since: "6.6.0",
    placeholder: "delay",
    syntax: "delay",
    default: "4d",
    manual:
      "How long an address rewritten by SRS is accepted when it comes back. It is counted in whole days, rounded down, and less than one day is refused.",
  },
] as const satisfies readonly SettingInfo[];

/** `queue ttl` and the like: the words of a setting, joined by blanks. */
export function settingName(setting: SettingInfo): string {
  return setting.words.join(" ");
}
