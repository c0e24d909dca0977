import type { Listener, Model, Reach, RelayProof, Routes, Ruleset } from "smtpd-conf";

/** What there is to explain, and what is known of it. */
export interface Explaining {
  readonly model: Model;
  readonly listeners: readonly Listener[];
  readonly ruleset: Ruleset;
  readonly routes: Routes;
  readonly reach: readonly Reach[];
  readonly proof: RelayProof;
  /** Whether the name and the addresses of the machine are those that it has, and not only the loopback. */
  readonly machineKnown: boolean;
  /** Whether the files of tables were read. */
  readonly readsFiles: boolean;
}
