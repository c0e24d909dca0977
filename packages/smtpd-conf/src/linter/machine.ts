/** What smtpd would ask the machine that it runs on. The command supplies it with `--host` or `--root`. */
export interface Machine {
  /** Whether `listen on` finds an interface, an address or a host name. */
  readonly resolves: (address: string, family: "inet4" | "inet6" | undefined) => boolean;
  /** Whether services(5) has a TCP service of this name. */
  readonly hasService: (name: string) => boolean;
  /** Whether there is an executable `table-NAME` for a table backend. */
  readonly hasTableProgram: (name: string) => boolean;
  /**
   * What is wrong with a file that smtpd reads when it checks: undefined where all is well. `key` files must be closed
   * to others and hold a private key that can be read.
   */
  readonly fileProblem: (path: string, use: "table" | "cert" | "ca" | "key") => FileProblem | undefined;
}

/** Why smtpd does not take a file. */
export interface FileProblem {
  readonly reason: "missing" | "directory" | "denied" | "owner" | "mode" | "content" | "entry";
  /** What exactly: the owner, the mode, the line of a bad entry. */
  readonly detail: string;
}
