import type { KeywordName } from "./keywords.ts";
import type { OptionInfo } from "./option-info.ts";
import type { Availability } from "./releases.ts";

/** A statement of the language that is more than a single setting. */
export interface StatementInfo extends Availability {
  readonly words: readonly [KeywordName, ...KeywordName[]];
  readonly manual: string;
}

/** The parameters of `pki NAME`. */
export const pkiParameters = [
  { name: "cert", argument: "string", placeholder: "certfile", manual: "" },
  { name: "key", argument: "string", placeholder: "keyfile", manual: "" },
  { name: "dhe", argument: "string", placeholder: "mode", default: "none", manual: "" },
] as const satisfies readonly OptionInfo[];

/** The values of `pki NAME dhe`, in any case. */
export const dheModes = ["none", "auto", "legacy"] as const;

/** The parameters of `proc` and of `filter NAME proc-exec`. */
export const processParameters = [
  { name: "user", argument: "string", family: "user", placeholder: "username", default: "the smtpd user", manual: "" },
  { name: "group", argument: "string", family: "group", placeholder: "groupname", manual: "" },
  { name: "chroot", argument: "string", family: "chroot", placeholder: "directory", manual: "" },
] as const satisfies readonly OptionInfo[];

/** The address families that `mta limit` can choose. */
export const addressFamilies = [
  { name: "inet4", argument: "none", manual: "" },
  { name: "inet6", argument: "none", manual: "" },
] as const satisfies readonly OptionInfo[];

/** The statements by their first words, in alphabetical order. Macro definitions begin with a name of their own. */
export const statements = [
  { words: ["action"], manual: "" },
  { words: ["bounce", "warn-interval"], manual: "" },
  { words: ["ca"], manual: "" },
  { words: ["filter"], since: "6.6.0", manual: "" },
  { words: ["include"], manual: "" },
  { words: ["listen", "on"], manual: "" },
  { words: ["listen", "on", "socket"], manual: "" },
  { words: ["match"], manual: "" },
  { words: ["mda", "limit"], manual: "" },
  { words: ["mda", "wrapper"], manual: "" },
  { words: ["mta", "limit"], manual: "" },
  { words: ["pki"], manual: "" },
  { words: ["proc"], since: "6.6.0", manual: "" },
  { words: ["scheduler", "limit"], manual: "" },
  { words: ["smtp", "limit"], manual: "" },
  { words: ["table"], manual: "" },
] as const satisfies readonly StatementInfo[];
