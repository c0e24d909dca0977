/** A message on its way, as a daemon is shown it. */
export interface AskedEnvelope {
  /** Where it comes from: an address, or `local` for the socket, whose HELO name is `localhost`. */
  readonly source: string;
  /** The port of the listener. It is on ::1 for an IPv6 source, else on 127.0.0.1. */
  readonly port: number;
  /** The name that the source's address has; none if left out. */
  readonly rdns?: string | undefined;
  readonly helo: string;
  /** Whether the listener wants TLS from the start (`smtps`). */
  readonly tls?: boolean | undefined;
  /** Who logs in, over TLS; the password is `password` for everybody. */
  readonly username?: string | undefined;
  /** Empty for the null sender. */
  readonly mailFrom: string;
  readonly rcptTo: string;
}

/** One question: a configuration and what to send through it. */
export interface Question {
  readonly text: string;
  /** What stands in files that the configuration names, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  readonly envelopes: readonly AskedEnvelope[];
}

/** A look into a table, as the trace shows it. */
export interface Lookup {
  readonly key: string;
  /** `netaddr`, `domain`, `mailaddr`, `regex` or `string`. */
  readonly service: string;
  readonly table: string;
  readonly found: boolean;
}

/** What a daemon did with one envelope. */
export interface Answer {
  /** The reply code to RCPT; that of an earlier command where this one was refused. */
  readonly reply: string;
  /** The rule that decided, from 1; null where none did. */
  readonly rule: number | null;
  /** `unknown` where no rule was asked for. */
  readonly outcome: "action" | "reject" | "no-match" | "temporary-failure" | "unknown";
  /** The tables that were asked, in order. */
  readonly lookups: readonly Lookup[];
}

/** What the program inside says to one question, or, first of all, that it is ready: no answers, no problem. */
export interface Response {
  readonly answers?: readonly Answer[];
  readonly problem?: string;
}

/** The server name, the first line of `mailname`. */
export const serverName = "mx.example.test";

/** The addresses of its only interface. All others may be used as a source, but are not the machine's own. */
export const serverAddresses: readonly string[] = ["127.0.0.1", "::1"];

/** Files of the daemon's root that a configuration may name. */
export const certificateFiles = { certificate: "/etc/mail/cert.pem", key: "/etc/mail/key.pem" } as const;

/** The password of everybody who logs in. */
export const password = "password";
