/** What is wrong with a delay (`delaytonum()` in smtpd's parse.y); `seconds` where nothing is. */
export type Delay = { readonly seconds: number } | { readonly wrong: "unit" | "number" | "range" };

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };
const largest = 2147483647;

/**
 * Reads a delay: one number and one of `s m h d`, at least 1 and at most 2147483647 seconds. As smtpd does, it takes
 * blanks and a plus sign before the number.
 */
export function parseDelay(text: string): Delay {
  const factor = secondsPerUnit[text.slice(-1)];
  if (text.length < 2 || factor === undefined) return { wrong: "unit" };
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)$/.exec(text.slice(0, -1))?.[1];
  if (digits === undefined) return { wrong: "number" };
  const number = Number(digits);
  return number < 1 || number > Math.floor(largest / factor) ? { wrong: "range" } : { seconds: number * factor };
}

/** One sentence on how a delay is written, fitting what is wrong with this one. */
export function delayHelp(text: string, wrong: "unit" | "number" | "range"): string {
  if (wrong === "range") return "A delay is at least 1 second and at most 2147483647 seconds.";
  const weeks = /^(\d+)w$/.exec(text)?.[1];
  if (weeks !== undefined) return `There are no weeks: write "${Number(weeks) * 7}d".`;
  if (/^\d+$/.test(text)) return `Add the unit: "${text}s", "${text}m", "${text}h" or "${text}d".`;
  return 'A delay is one number with one unit, s, m, h or d: "4d".';
}
