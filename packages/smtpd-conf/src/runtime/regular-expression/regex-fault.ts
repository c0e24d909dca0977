/** Why a pattern cannot be used. */
export interface RegexFault {
  readonly kind: "RegexFault";
  /**
   * `invalid`: the daemon cannot compile it either, so that it never matches. `unsupported`: it refers back to a group,
   * which the daemon takes. `too-large`: its intervals ask for more than we, and perhaps the daemon, can hold.
   */
  readonly reason: "invalid" | "unsupported" | "too-large";
  /** Where the fault is, in UTF-16 units from the start of the pattern. */
  readonly offset: number;
  /** How many units belong to it; at least one unless the pattern is empty. */
  readonly length: number;
  /** One sentence. */
  readonly message: string;
}

export function regexFault(
  reason: RegexFault["reason"],
  offset: number,
  message: string,
  length: number = 1,
): RegexFault {
  return { kind: "RegexFault", reason, offset, length, message };
}
