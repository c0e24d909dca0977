import { parseDelay } from "../linter/delay.ts";
import { several } from "./words.ts";

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A delay such as `4d` in words, in the largest unit that counts it whole; one that smtpd cannot read as it stands. */
export function describeDelay(text: string): string {
  const delay = parseDelay(text);
  if (!("seconds" in delay)) return text;
  const [name, size] = units.find(([, seconds]) => delay.seconds % seconds === 0) ?? units[3];
  return several(delay.seconds / size, name);
}
