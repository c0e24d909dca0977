import { delayUnits } from "../language/units.ts";

/** What is wrong with a delay (`delaytonum()` in smtpd's parse.y); `seconds` where nothing is. */
export type Delay = { readonly seconds: number } | { readonly wrong: "unit" | "number" | "range" };

const secondsPerUnit: Readonly<Record<string, number>> = Object.fromEntries(
  delayUnits.map(({ letter, factor }) => [letter, factor]),
);
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

/** The longest delay in the unit of this one: `24855d`. */
export function longestLike(text: string): string {
  const unit = text.slice(-1);
  return `${Math.floor(largest / (secondsPerUnit[unit] ?? 1))}${unit}`;
}

/** The units that people write, by their first letter. `M` could be minutes or months. */
const units: Readonly<Record<string, RegExp>> = {
  w: /^w(eeks?)?$/i,
  d: /^d(ays?)?$/i,
  h: /^h((ou)?rs?)?$/i,
  m: /^(m|min(ute)?s?)$/,
  s: /^s(ec(ond)?s?)?$/i,
};

const part = /(\d+(?:\.\d+)?)\s*([a-z]+)/gi;

/**
 * A delay that smtpd takes and that is as long as this text says: `7d` for `1w`, `90m` for `1h30m`, `36h` for `1.5 days`.
 * Undefined where that is not clear.
 */
export function delayMeant(text: string): string | undefined {
  if (!/^\s*\d/.test(text) || text.replace(part, "").trim() !== "") return undefined;
  let seconds = 0;
  for (const [, number, unit = ""] of text.matchAll(part)) {
    const letter = Object.keys(units).find((key) => units[key]?.test(unit));
    if (letter === undefined) return undefined;
    seconds += Number(number) * (letter === "w" ? 7 * 86400 : (secondsPerUnit[letter] ?? 0));
  }
  const [unit, factor] = Object.entries(secondsPerUnit).find(([, size]) => seconds % size === 0) ?? [];
  const delay = factor === undefined ? "" : `${seconds / factor}${unit}`;
  return "seconds" in parseDelay(delay) ? delay : undefined;
}
