import { type Context, has, oneOf, slip, sometimes } from "./context.ts";

/** A list in braces: the elements in one of the layouts that the release takes, or as a mistake in one it does not. */
export function braces(context: Context, items: readonly string[]): string {
  if (slip(context)) return wrongBraces(context, items);
  if (sometimes(context, 0.25)) return brokenOverLines(context, items);
  const blank = oneOf(context, [" ", "", "\t", " "]);
  return `{${blank}${joined(context, items)}${blank}}`;
}

function joined(context: Context, items: readonly string[]): string {
  const separator = oneOf(context, [", ", ", ", ",", " , ", " ", "  "]);
  return items.join(separator);
}

// Up to 7.4 a newline may only stand in place of a comma; from 7.5 also after the brace, after a comma and before the end.
function brokenOverLines(context: Context, items: readonly string[]): string {
  const free = has(context, "7.5") || slip(context);
  const opening = free ? oneOf(context, ["{\n", "{ # first\n", "{", "{ \n\n", "{\n# only a comment\n\t"]) : "{ ";
  const closing = free ? oneOf(context, ["\n}", "}", " # last\n}", "\n\n }"]) : " }";
  return opening + items.join(lineSeparator(context, free)) + closing;
}

function lineSeparator(context: Context, free: boolean): string {
  if (slip(context)) return oneOf(context, ["\n,", ",\n,", ",,", " ;\n", "\r\n"]);
  const always = ["\n", "\n\t", " \n\n  ", " # comment\n", " \\\n ", " # comment, with \\\n more of it\n"];
  return oneOf(context, free ? [...always, ",\n", ",\n    ", ", # comment\n", " ,\n \n"] : always);
}

const wrongLayouts: readonly ((text: string, items: readonly string[]) => string)[] = [
  () => "{ }",
  () => "{}",
  () => "{ , }",
  (text) => `{ ${text}, }`,
  (text) => `{ , ${text} }`,
  (text) => `{ ${text},, ${text} }`,
  (text) => `{ ${text} = x }`,
  (text) => `{ ${text}, x = y }`,
  (text) => `{ x = y, ${text} }`,
  (text) => `{ ${text}`,
  (text) => `${text} }`,
  (text) => `{ { ${text} } }`,
  (text) => `{ ${text} ; x }`,
  (text) => `{ ${text}\n, x }`,
  (text) => `{\n${text}, x\n}`,
  (text) => `{ ${text}, 1, 2 }`,
  (text) => `{ 1 ${text} }`,
  (text) => `{ ${text} relay }`,
  (text) => `{ < ${text} > }`,
  (text) => `{ !${text} }`,
  (text) => `{ ${text}\r\n}`,
  (text) => `{ ${text} } }`,
  (text) => `(${text})`,
  (text) => `[${text}]`,
  (text) => `{ \\\n${text} \\\n}`,
  (text) => `{ ${text} \\ \n}`,
  (_, items) => `{ ${items.join(" = ")} }`,
  (_, items) => `{ ${items.join(" = ")} = }`,
  (_, items) => `{ ${items.join("\n=\n")} }`,
  (_, items) => `{ ${items.join(" == ")} }`,
  (_, items) => items.join(", "),
];

function wrongBraces(context: Context, items: readonly string[]): string {
  return oneOf(context, wrongLayouts)(items.join(", "), items);
}
