import type { MatchRule, Reach, RelayProof } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/** Rules up to which what is known of them is worked out at once, when it is asked for. */
const mostRules = 300;

/** Whether what takes a proof can be had at once. */
export function isQuicklyProven({ model }: Snapshot): boolean {
  return model.rules.length <= mostRules;
}

/** Whether a rule can decide about any mail, as far as that is known by now. */
export function knownReach(snapshot: Snapshot, { number }: Pick<MatchRule, "number">): Reach | undefined {
  return isQuicklyProven(snapshot) ? snapshot.analysis.reach()[number - 1] : undefined;
}

/** Whether strangers can relay, as far as that is known by now. */
export function knownRelay(snapshot: Snapshot): RelayProof | undefined {
  return isQuicklyProven(snapshot) ? snapshot.analysis.relay() : undefined;
}
