import type { Change } from "./change.ts";

/** A limit that the `limit` statements can set. */
export interface LimitInfo {
  readonly name: string;
  readonly default: number;
  /** What the number counts; a plain number of things where absent. */
  readonly unit?: "seconds";
  readonly manual: string;
  /** What later releases changed, oldest first. */
  readonly changes?: readonly Change[];
}

/** The statements that take limits. */
export type LimitScope = "smtp" | "mda" | "mta" | "scheduler";

/** The keys of `smtp limit`, `mda limit`, `mta limit` and `scheduler limit`. They are strings, not reserved words. */
export const limits: Readonly<Record<LimitScope, readonly LimitInfo[]>> = {
  smtp: [
    {
      name: "max-rcpt",
      default: 1000,
      manual:
        "How many recipients one message may have. More are refused with a temporary failure, so that clients send them in another message.",
      changes: [
        { release: "7.9", text: "Less than 100 is refused, and recipients beyond the limit get 452 instead of 451." },
      ],
    },
    {
      name: "max-mails",
      default: 100,
      manual:
        "How many messages a client may send in one session. The next one is refused with 452, a temporary failure.",
    },
  ],
  mda: [
    {
      name: "max-session",
      default: 50,
      manual: "How many deliveries on this machine may run at the same time. Further messages wait in the queue.",
    },
    {
      name: "max-session-per-user",
      default: 7,
      manual:
        "How many deliveries may run for one user at the same time. It keeps one busy mailbox from holding up all others.",
    },
    {
      name: "task-lowat",
      default: 30,
      manual:
        "When the messages waiting for one user are down to this number, those that `task-hiwat` held back are asked for again.",
    },
    {
      name: "task-hiwat",
      default: 50,
      manual:
        "When this many messages wait for one user, further ones are held back in the queue until `task-lowat` is reached.",
    },
    {
      name: "task-release",
      default: 10,
      manual:
        "How many of the messages that `task-hiwat` held back come out of the queue at a time. They come when `task-lowat` is reached.",
    },
  ],
  mta: [
    {
      name: "max-conn-per-host",
      default: 10,
      manual: "How many connections to one host may be open at the same time. A host is one address of a server.",
    },
    {
      name: "max-conn-per-route",
      default: 5,
      manual:
        "How many connections one route may have at the same time. A route is an address of this machine together with the address that it calls.",
    },
    {
      name: "max-conn-per-source",
      default: 100,
      manual: "How many connections one source may have at the same time. A source is an address of this machine.",
    },
    {
      name: "max-conn-per-connector",
      default: 20,
      manual:
        "How many connections one connector may have at the same time. A connector is an address of this machine together with a relay.",
    },
    {
      name: "max-conn-per-relay",
      default: 100,
      manual:
        "How many connections one relay may have at the same time. A relay is a destination together with all options of its action.",
    },
    {
      name: "max-conn-per-domain",
      default: 100,
      manual:
        "How many connections for one domain may be open at the same time. The domain is that of the recipient, or the server where the action names one.",
    },
    {
      name: "conn-delay-host",
      default: 0,
      unit: "seconds",
      manual: "How long to wait between two connections to one host. A host is one address of a server.",
    },
    {
      name: "conn-delay-route",
      default: 5,
      unit: "seconds",
      manual:
        "How long to wait between two connections of one route. A route is an address of this machine together with the address that it calls. With 0 for all delays, a server that refuses TLS is called again and again.",
    },
    {
      name: "conn-delay-source",
      default: 0,
      unit: "seconds",
      manual: "How long to wait between two connections of one source. A source is an address of this machine.",
    },
    {
      name: "conn-delay-connector",
      default: 0,
      unit: "seconds",
      manual:
        "How long to wait between two connections of one connector. A connector is an address of this machine together with a relay.",
    },
    {
      name: "conn-delay-relay",
      default: 2,
      unit: "seconds",
      manual:
        "How long to wait between two connections of one relay. A relay is a destination together with all options of its action.",
    },
    {
      name: "conn-delay-domain",
      default: 0,
      unit: "seconds",
      manual:
        "How long to wait between two connections for one domain. The domain is that of the recipient, or the server where the action names one.",
    },
    {
      name: "reconn-delay-route",
      default: 3,
      unit: "seconds",
      manual:
        "How long to wait before a route is used again once a connection of it was closed. A route is an address of this machine together with the address that it calls.",
    },
    {
      name: "session-mail-max",
      default: 100,
      manual: "How many messages go through one connection. Then it is closed, and the rest takes another one.",
    },
    {
      name: "session-transaction-delay",
      default: 0,
      unit: "seconds",
      manual:
        "How long to wait between two messages of one connection. It helps with servers that refuse fast senders.",
    },
    {
      name: "session-keepalive",
      default: 10,
      unit: "seconds",
      manual:
        "How long the last connection to a relay stays open when there is nothing to send. Messages that come in that time use it.",
    },
    {
      name: "max-failures-per-session",
      default: 25,
      manual:
        "After this many refused recipients in a row the connection is closed and the rest is tried later. With 0 there is no limit.",
    },
    {
      name: "task-hiwat",
      default: 50,
      manual:
        "When this many messages wait for one relay, further ones are held back in the queue until `task-lowat` is reached.",
    },
    {
      name: "task-lowat",
      default: 30,
      manual:
        "When the messages waiting for one relay are down to this number, those that `task-hiwat` held back are asked for again.",
    },
    {
      name: "task-release",
      default: 10,
      manual:
        "How many of the messages that `task-hiwat` held back come out of the queue at a time. They come when `task-lowat` is reached.",
    },
  ],
  scheduler: [
    {
      name: "max-inflight",
      default: 5000,
      manual: "How many recipients may be in delivery at the same time. Beyond that the queue waits.",
    },
    {
      name: "max-evp-batch-size",
      default: 256,
      manual:
        "How many recipients smtpctl(8) gets in one piece when it lists the queue. Deliveries do not depend on it.",
    },
    {
      name: "max-msg-batch-size",
      default: 1024,
      manual: "How many messages smtpctl(8) gets in one piece when it lists the queue. Deliveries do not depend on it.",
    },
    {
      name: "max-schedule",
      default: 10,
      manual:
        "How many recipients the scheduler takes out of the queue in one step. The next step follows as soon as there is more to do.",
    },
  ],
};
