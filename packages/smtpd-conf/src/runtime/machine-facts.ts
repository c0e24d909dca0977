/** What smtpd asks of its machine when it starts (`config_default()`, `set_local()`, `set_localaddrs()` in config.c). */
export interface MachineFacts {
  /** The server name: the first line of `mailname`, or what the system calls itself. */
  readonly hostname: string;
  /** The addresses of all interfaces, as text without brackets: `192.0.2.1`, `::1`. */
  readonly addresses: readonly string[];
}

/** A machine of which nothing but the loopback is known. */
export const loopbackOnly: MachineFacts = { hostname: "localhost", addresses: ["127.0.0.1", "::1"] };
