import type { Check, Release, RuleCategory, RuleSelection } from "smtpd-conf";
import type { ColorChoice } from "./options.ts";

/** What `smtpd-lint rules` is asked for: undefined and empty parts ask for nothing. */
export interface RulesOptions {
  readonly words: readonly string[];
  readonly checks: boolean;
  readonly category?: RuleCategory | undefined;
  readonly severity?: Check["severity"] | undefined;
  readonly rules?: RuleSelection["preset"] | undefined;
  readonly fixable: boolean;
  readonly target?: Release | undefined;
  readonly format: "text" | "json";
  readonly color: ColorChoice;
}
