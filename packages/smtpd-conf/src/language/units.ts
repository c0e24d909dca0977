/** A letter behind a number. */
export interface UnitInfo {
  readonly letter: string;
  /** What it counts, in the plural. */
  readonly name: string;
  /** How much one of it is: seconds, or bytes. */
  readonly factor: number;
}

/** The units of delays (`delaytonum()` in smtpd's parse.y). */
export const delayUnits: readonly UnitInfo[] = [
  { letter: "d", name: "days", factor: 86400 },
  { letter: "h", name: "hours", factor: 3600 },
  { letter: "m", name: "minutes", factor: 60 },
  { letter: "s", name: "seconds", factor: 1 },
];

/** The units of sizes (`scan_scaled()` of the BSD libutil), in upper or lower case. */
export const sizeUnits: readonly UnitInfo[] = [
  { letter: "B", name: "bytes", factor: 1 },
  { letter: "K", name: "kibibytes", factor: 2 ** 10 },
  { letter: "M", name: "mebibytes", factor: 2 ** 20 },
  { letter: "G", name: "gibibytes", factor: 2 ** 30 },
  { letter: "T", name: "tebibytes", factor: 2 ** 40 },
  { letter: "P", name: "pebibytes", factor: 2 ** 50 },
  { letter: "E", name: "exbibytes", factor: 2 ** 60 },
];
