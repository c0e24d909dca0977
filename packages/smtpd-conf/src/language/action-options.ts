import type { OptionInfo } from "./option-info.ts";

/** The ways in which an action can deliver on this machine. */
export const deliveryMethods = [
  { name: "mbox", argument: "none", manual: "" },
  { name: "maildir", argument: "string", optional: true, suffix: "junk", placeholder: "pathname", default: "~/Maildir", manual: "" },
  { name: "lmtp", argument: "string", suffix: "rcpt-to", placeholder: "destination", manual: "" },
  { name: "mda", argument: "string", placeholder: "command", manual: "" },
  { name: "forward-only", argument: "none", manual: "" },
  { name: "expand-only", argument: "none", manual: "" },
] as const satisfies readonly OptionInfo[];

/** The options of a local delivery. */
export const deliveryOptions = [
  { name: "user", argument: "string", family: "user", placeholder: "username", default: "the recipient's user", manual: "" },
  { name: "alias", argument: "table", family: "alias mapping", placeholder: "table", place: "action alias", manual: "" },
  { name: "virtual", argument: "table", family: "virtual mapping", placeholder: "table", place: "action virtual", manual: "" },
  { name: "userbase", argument: "table", family: "userbase mapping", placeholder: "table", place: "action userbase", default: "the system's users", manual: "" },
  { name: "wrapper", argument: "string", placeholder: "name", manual: "" },
] as const satisfies readonly OptionInfo[];

/** The keyword that makes an action a relay. */
export const relayMethod = { name: "relay", argument: "none", manual: "" } as const satisfies OptionInfo;

/** The options of a relay. */
export const relayOptions = [
  { name: "helo", argument: "string", family: "helo", placeholder: "heloname", manual: "" },
  { name: "helo-src", argument: "table", family: "helo-source mapping", placeholder: "table", place: "relay helo-src", manual: "" },
  { name: "pki", argument: "string", family: "pki", placeholder: "pkiname", manual: "" },
  { name: "ca", argument: "string", family: "ca", placeholder: "caname", manual: "" },
  { name: "ciphers", argument: "string", since: "7.3", family: "ciphers", placeholder: "cipherspec", manual: "" },
  { name: "protocols", argument: "string", since: "7.3", family: "protocols", placeholder: "protospec", manual: "" },
  { name: "src", argument: "table", family: "source mapping", placeholder: "srctable", place: "relay src", manual: "" },
  { name: "mail-from", argument: "string", family: "mail-from", placeholder: "mailaddr", manual: "" },
  { name: "backup", argument: "none", suffix: "mx", suffixArgument: "string", family: "backup", placeholder: "name", manual: "" },
  { name: "host", argument: "table", family: "host mapping", placeholder: "relay-url", place: "relay host", manual: "" },
  { name: "domain", argument: "table", since: "6.7.1", family: "host mapping", placeholder: "domains", place: "relay domain", manual: "" },
  { name: "tls", argument: "none", suffix: "no-verify", family: "tls", manual: "" },
  { name: "auth", argument: "table", family: "auth mapping", placeholder: "table", place: "relay auth", manual: "" },
  { name: "srs", argument: "none", since: "6.6.0", family: "srs", manual: "" },
  { name: "filter", argument: "filters", since: "6.7.1", family: "filter", placeholder: "name", manual: "" },
] as const satisfies readonly OptionInfo[];

/** What may stand at the very end of any action. */
export const closingOptions = [
  { name: "ttl", argument: "string", family: "ttl", placeholder: "delay", default: "the queue's ttl", manual: "" },
] as const satisfies readonly OptionInfo[];
