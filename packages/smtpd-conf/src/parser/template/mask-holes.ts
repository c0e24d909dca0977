import type { Hole, Range } from "./template.ts";

/**
 * The text with words for its values and blanks for everything else that is no configuration; newlines stay. A value that
 * is written on several lines still is one word: a backslash stands before each newline within it.
 */
export function maskHoles(text: string, holes: readonly Hole[], silent: readonly Range[]): string {
  const numbers = new Map<string, number>();
  const parts: string[] = [];
  let position = 0;
  for (const hole of holes) {
    const written = text.slice(hole.start, hole.end);
    parts.push(
      text.slice(position, hole.start),
      hole.kind === "value" ? wordLike(written, numberOf(hole, numbers)) : blank(written),
    );
    position = hole.end;
  }
  parts.push(text.slice(position));
  let masked = parts.join("");
  for (const { start, end } of silent)
    masked = masked.slice(0, start) + blank(masked.slice(start, end)) + masked.slice(end);
  return masked;
}

/** The same for equal expressions; each that is not known is one of its own. */
function numberOf({ expression, start }: Hole, numbers: Map<string, number>): number {
  const key = expression === "" ? ` ${start}` : expression;
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** A word of the length of what was written: letters that count the expressions, then more of them. */
function wordLike(written: string, number: number): string {
  const lines = written.split("\n");
  const [first = "", ...others] = lines;
  if (others.length === 0) return letters(number).padEnd(first.length, "x").slice(0, first.length);
  const opening =
    first.length > 1
      ? `${letters(number)
          .padEnd(first.length - 1, "x")
          .slice(0, first.length - 1)}\\`
      : first;
  const between = others.slice(0, -1).map((line) => (line === "" ? "" : `${" ".repeat(line.length - 1)}\\`));
  return [opening, ...between, " ".repeat(others.at(-1)?.length ?? 0)].join("\n");
}

/** 0 is `xa`, 25 `xz`, 26 `xba`. */
function letters(number: number): string {
  let text = "";
  for (let rest = number; ; rest = Math.floor(rest / 26)) {
    text = String.fromCharCode(97 + (rest % 26)) + text;
    if (rest < 26) return `x${text}`;
  }
}

function blank(written: string): string {
  return written.replace(/[^\n]/g, " ");
}
