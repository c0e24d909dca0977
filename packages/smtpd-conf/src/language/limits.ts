/** A limit that the `limit` statements can set. */
export interface LimitInfo {
  readonly name: string;
  readonly default: number;
  readonly manual: string;
}

/** The statements that take limits. */
export type LimitScope = "smtp" | "mda" | "mta" | "scheduler";

/** The keys of `smtp limit`, `mda limit`, `mta limit` and `scheduler limit`. They are strings, not reserved words. */
export const limits: Readonly<Record<LimitScope, readonly LimitInfo[]>> = {
  smtp: [
    { name: "max-rcpt", default: 1000, manual: "" },
    { name: "max-mails", default: 100, manual: "" },
  ],
  mda: [
    { name: "max-session", default: 50, manual: "" },
    { name: "max-session-per-user", default: 7, manual: "" },
    { name: "task-lowat", default: 30, manual: "" },
    { name: "task-hiwat", default: 50, manual: "" },
    { name: "task-release", default: 10, manual: "" },
  ],
  mta: [
    { name: "max-conn-per-host", default: 10, manual: "" },
    { name: "max-conn-per-route", default: 5, manual: "" },
    { name: "max-conn-per-source", default: 100, manual: "" },
    { name: "max-conn-per-connector", default: 20, manual: "" },
    { name: "max-conn-per-relay", default: 100, manual: "" },
    { name: "max-conn-per-domain", default: 100, manual: "" },
    { name: "conn-delay-host", default: 0, manual: "" },
    { name: "conn-delay-route", default: 5, manual: "" },
    { name: "conn-delay-source", default: 0, manual: "" },
    { name: "conn-delay-connector", default: 0, manual: "" },
    { name: "conn-delay-relay", default: 2, manual: "" },
    { name: "conn-delay-domain", default: 0, manual: "" },
    { name: "reconn-delay-route", default: 3, manual: "" },
    { name: "session-mail-max", default: 100, manual: "" },
    { name: "session-transaction-delay", default: 0, manual: "" },
    { name: "session-keepalive", default: 10, manual: "" },
    { name: "max-failures-per-session", default: 25, manual: "" },
    { name: "task-hiwat", default: 50, manual: "" },
    { name: "task-lowat", default: 30, manual: "" },
    { name: "task-release", default: 10, manual: "" },
  ],
  scheduler: [
    { name: "max-inflight", default: 5000, manual: "" },
    { name: "max-evp-batch-size", default: 256, manual: "" },
    { name: "max-msg-batch-size", default: 1024, manual: "" },
    { name: "max-schedule", default: 10, manual: "" },
  ],
};
