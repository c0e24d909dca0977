import type { MatchRule } from "../runtime/match-rule.ts";
import type { Obstacle } from "./find-envelope.ts";
import type { Literal } from "./literal.ts";
import type { Scenario } from "./scenario.ts";

/** A kind of mail: the session that it comes in by, and what else is known of it. */
export interface MailKind<Source = MatchRule> {
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
  /** What can stop it before any rule is asked, such as filters. */
  readonly obstacles?: readonly Obstacle<Source>[];
}
