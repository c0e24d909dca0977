import type { Access, Listener, MatchRule, Model, RelayProof } from "smtpd-conf";

/** Whether strangers can relay through a configuration, and what it is about. */
export interface ProvenRelay {
  readonly proof: RelayProof;
  /** What becomes of the mail of strangers and of everybody else. */
  readonly access: readonly Access[];
  readonly model: Model;
  readonly listeners: readonly Listener[];
  readonly rules: readonly MatchRule[];
}
