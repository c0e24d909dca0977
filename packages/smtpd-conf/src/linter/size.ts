import { sizeUnits } from "../language/units.ts";

const units = sizeUnits.map(({ letter }) => letter).join("");
const largest = 2n ** 63n - 1n;

/**
 * Whether smtpd takes a text as a size (`scan_scaled()` of the BSD libutil): blanks, a sign, digits with one decimal
 * point, and one unit letter. Up to 6.8 a value too large for 63 bits may slip through.
 */
export function isSize(text: string, checksOverflow: boolean): boolean {
  const match = /^[ \t\n\v\f\r]*([+-]?)(\d*)(?:\.(\d*))?(.*)$/s.exec(text);
  if (!match || /\./.test(match[4]?.charAt(0) ?? "")) return false;
  const [, sign = "", digits = "", fraction = "", rest = ""] = match;
  if (digits.length >= 21 || (digits !== "" && BigInt(digits) > largest)) return false;
  const unit = rest === "" ? 0 : units.indexOf(rest.charAt(0).toUpperCase());
  if (unit < 0 || /^[A-Za-z0-9]/.test(rest.slice(1))) return false;
  return isInRange(BigInt(digits === "" ? 0 : digits), 1024n ** BigInt(unit), sign === "-", fraction, checksOverflow);
}

function isInRange(
  whole: bigint,
  factor: bigint,
  negative: boolean,
  fraction: string,
  checksOverflow: boolean,
): boolean {
  const zero = whole === 0n && (fraction === "" || /^0*$/.test(fraction) || factor === 1n);
  if (negative) return zero;
  const value = whole * factor;
  if (checksOverflow) return value <= largest;
  return BigInt.asIntN(64, value) >= 0n;
}

/** How many bytes a size is that smtpd takes; a fraction of a byte is cut off. Undefined for any other text. */
export function sizeInBytes(text: string): number | undefined {
  const match = /^\s*\+?(\d+(?:\.\d*)?|\.\d+)([BKMGTPE]?)/i.exec(text);
  if (match === null || !isSize(text, true)) return undefined;
  const [, number = "", unit = ""] = match;
  return Math.trunc(Number(number) * 1024 ** (unit === "" ? 0 : units.indexOf(unit.toUpperCase())));
}
