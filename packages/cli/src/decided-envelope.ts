import type { Decision, Envelope } from "smtpd-conf";

/** A decision, and what it is about. */
export interface DecidedEnvelope {
  readonly envelope: Envelope;
  readonly decision: Decision;
}
