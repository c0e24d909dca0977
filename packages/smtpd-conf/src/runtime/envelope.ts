/** One recipient of one message, with what smtpd knows of the session that it came in. */
export interface Envelope {
  /** The address of the client as text: `192.0.2.1`, `[2001:db8::1]`; `local` for the socket. */
  readonly source: string;
  /** The name of the address in the reverse DNS; undefined where it has none. */
  readonly rdns: string | undefined;
  /** Whether that name leads back to the address. Only filters ask for it. */
  readonly fcrdns: boolean;
  /** What the client called itself in HELO or EHLO. */
  readonly helo: string;
  readonly tls: boolean;
  /** Whether the client has logged in. Sessions on the socket count as logged in. */
  readonly authenticated: boolean;
  /** Who has logged in; empty on the socket. */
  readonly username: string;
  /** The tag of the listener; empty where it has none. */
  readonly tag: string;
  /** `user@domain`; empty for the null sender, which bounces have. */
  readonly mailFrom: string;
  /** `user@domain` */
  readonly rcptTo: string;
  /** Whether the recipient came out of an alias or a `.forward` file, and not from the client. */
  readonly internal: boolean;
}

/** What is left of an envelope where nothing is said: mail of a stranger without a name. */
export const plainEnvelope: Omit<Envelope, "source" | "rcptTo"> = {
  rdns: undefined,
  fcrdns: false,
  helo: "",
  tls: false,
  authenticated: false,
  username: "",
  tag: "",
  mailFrom: "",
  internal: false,
};
