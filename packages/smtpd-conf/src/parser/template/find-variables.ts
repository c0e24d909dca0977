import type { Tag } from "./tag.ts";

/** `@NAME@`, as `configure` fills it in. A mail address has no `@` behind it. */
export function findAtNames(text: string): Tag[] {
  return matches(text, /@[A-Za-z_][A-Za-z0-9_]*@/g).map(({ start, end }) => valueTag(text, start, end));
}

/**
 * `${NAME}`, and `$NAME` where smtpd.conf itself has no macro of that name. `${NAME:-text}` is no work of `envsubst` but of
 * shells and of other programs that fill in such a text.
 */
export function findVariables(text: string): Tag[] {
  const macros = new Set([...text.matchAll(/^[ \t]*"?(\w+)"?[ \t]*=/gm)].map(([, name]) => name));
  return matches(text, /\$(?:\{[^{}\n]*\}|[A-Za-z_]\w*)/g)
    .filter(({ start, end }) => text.charAt(start + 1) === "{" || !macros.has(text.slice(start + 1, end)))
    .map(({ start, end }) => valueTag(text, start, end));
}

/** A tag that text takes the place of. */
export function valueTag(text: string, start: number, end: number): Tag {
  const expression = text
    .slice(start, end)
    .replace(/[${}@]/g, "")
    .trim();
  return { start, end, kind: "value", role: "none", expression, trimsBefore: "none", trimsAfter: "none" };
}

function matches(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
