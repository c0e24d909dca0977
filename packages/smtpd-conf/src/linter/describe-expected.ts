import type { Expected } from "../parser/grammar/expected.ts";
import { eitherOf } from "./suggestions.ts";

const mostListed = 24;

/** What could stand at a point, in words: `a string`, `"tls", "auth" or the end of the line`. Empty where nothing could. */
export function describeExpected(expected: Expected): string {
  const parts: string[] = [];
  if (expected.table) parts.push("a table (a name in < >, a value, or { a list })");
  if (expected.string) parts.push("a string");
  if (expected.number) parts.push("a number");
  const words = [...expected.keywords, ...expected.punctuation.filter((image) => image !== "!")];
  const listed = words.slice(0, mostListed).map((word) => `"${word}"`);
  parts.push(...listed);
  if (words.length > mostListed) parts.push(`${words.length - mostListed} more`);
  if (expected.newline) parts.push("the end of the line");
  return eitherOf(parts, "");
}
