import type { ArgumentKind } from "./option-info.ts";
import type { KeywordName } from "./keywords.ts";
import type { Availability } from "./releases.ts";

/** A statement of two or three words with at most one value. */
export interface SettingInfo extends Availability {
  readonly words: readonly [KeywordName, ...KeywordName[]];
  readonly argument: Extract<ArgumentKind, "none" | "string" | "number" | "size">;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly default?: string;
  readonly manual: string;
}

/** The statements that set one value of the daemon. */
export const settings = [
  { words: ["admd"], argument: "string", since: "6.8.0", placeholder: "authservid", default: "the server name", manual: "" },
  { words: ["mta", "max-deferred"], argument: "number", placeholder: "number", default: "100", manual: "" },
  { words: ["queue", "compression"], argument: "none", default: "off", manual: "" },
  { words: ["queue", "encryption"], argument: "string", optional: true, placeholder: "key", default: "off", manual: "" },
  { words: ["queue", "ttl"], argument: "string", placeholder: "delay", default: "4d", manual: "" },
  { words: ["smtp", "ciphers"], argument: "string", placeholder: "control", manual: "" },
  { words: ["smtp", "max-message-size"], argument: "size", placeholder: "size", default: "35M", manual: "" },
  { words: ["smtp", "sub-addr-delim"], argument: "string", placeholder: "character", default: "+", manual: "" },
  { words: ["srs", "key"], argument: "string", since: "6.6.0", placeholder: "secret", manual: "" },
  { words: ["srs", "key", "backup"], argument: "string", since: "6.6.0", placeholder: "secret", manual: "" },
  { words: ["srs", "ttl"], argument: "string", since: "6.6.0", placeholder: "delay", default: "4d", manual: "" },
] as const satisfies readonly SettingInfo[];

/** `queue ttl` and the like: the words of a setting, joined by blanks. */
export function settingName(setting: SettingInfo): string {
  return setting.words.join(" ");
}
