import { keywordNames } from "../../../packages/smtpd-conf/src/language/keywords.ts";
import { grammarRules, type Production, type Rule, tokenClass } from "./productions.ts";
import { wordsByRelease } from "./words-by-release.ts";

const width = 100;

/** `grammars/smtpd-conf.ebnf`: the grammar that the parser runs on, in the notation of the XML specification. */
export function printEbnf(): string {
  const rules = grammarRules().map(printRule).join("\n\n");
  return `${header(rules)}\n\n${rules}\n`;
}

function header(rules: string): string {
  const idle = keywordNames.filter((name) => !rules.includes(`"${name}"`));
  return `/*
Grammar of smtpd.conf(5), OpenSMTPD 6.4 to 7.9, one statement at a time.
Written by \`npm run generate\` from the parser's own rules. Do not edit.

Notation: "word" stands for itself, a? is optional, a* is any number, a | b is either.
  string    a bare word that is not reserved, or anything in single or double quotes
  number    digits, perhaps with a minus, before white space or one of ) , / } =
  newline   the end of a line

What these rules leave open:
- A file is a sequence of lines. A line is empty, or holds one statement and its newline. A backslash
  before the end of the line joins two lines, a comment runs from # to the end of the line, and $name
  is replaced before the grammar looks.
- A newline inside braces: before 7.5 only between two elements, where it takes the place of a comma.
  Since 7.5 also after {, after a comma and before }. Never before a comma or around = and =>.
- Either all entries of a table have a value or none has.
- Each phase of a filter takes some of the conditions and some of the decisions.
- Most options may be given once, and some exclude each other.
- Words that a release does not know yet are plain strings there; see the list below.

Words that some release reserves although no rule has them; as names or values they need quotes:
${wrap(`  ${idle.join(", ")}`, 2)}

New words and new places for them:
${wordsByRelease()
  .map(({ release, words }) => wrap(`  ${release.padEnd(6)}  ${words.join(", ")}`, 10))
  .join("\n")}
*/`;
}

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const cut = rest.lastIndexOf(", ", width - 1) + 1;
    lines.push(rest.slice(0, cut));
    rest = " ".repeat(indent) + rest.slice(cut + 1);
  }
  return [...lines, rest].join("\n");
}

/** `name ::= production`, over several lines where one is too short. */
export function printRule({ name, definition }: Rule): string {
  const [only] = definition;
  const alternatives = definition.length === 1 && only?.type === "Alternation" ? only.definition : undefined;
  const line = `${name} ::= ${alternatives ? printChoice(alternatives) : printSequence(definition)}`;
  if (line.length <= width) return line;
  if (alternatives) return `${name} ::=\n    ${alternatives.map((item) => printItem(item, "sequence")).join("\n  | ")}`;
  return breakSequence(name, definition);
}

/** A sequence too long for one line: the alternatives of its choice get a line each. */
function breakSequence(name: string, definition: readonly Production[]): string {
  const parts = definition.map((item) => {
    if (item.type !== "Alternation") return printItem(item, "factor");
    return `\n    ( ${item.definition.map((part) => printItem(part, "sequence")).join("\n    | ")} )\n   `;
  });
  return `${name} ::=\n    ${parts.join(" ")}`.replace(/ +$/gm, "").trimEnd();
}

function printChoice(alternatives: readonly Production[]): string {
  return alternatives.map((item) => printItem(item, "sequence")).join(" | ");
}

function printSequence(items: readonly Production[]): string {
  return items.map((item) => printItem(item, items.length === 1 ? "sequence" : "factor")).join(" ");
}

/** One item, in parentheses where it would not hold together as a factor. */
function printItem(item: Production, place: "sequence" | "factor"): string {
  switch (item.type) {
    case "Terminal":
      return tokenClass(item) ?? `"${item.label}"`;
    case "NonTerminal":
      return item.name;
    case "Alternative":
      return place === "factor" && item.definition.length > 1
        ? `( ${printSequence(item.definition)} )`
        : printSequence(item.definition);
    case "Alternation":
      return `( ${printChoice(item.definition)} )`;
    case "Option":
      return printRepeated(item.definition, "?");
    case "Repetition":
      return printRepeated(item.definition, "*");
  }
}

function printRepeated(items: readonly Production[], mark: "?" | "*"): string {
  const [only] = items;
  if (items.length > 1 || only === undefined) return `( ${printSequence(items)} )${mark}`;
  const text = printItem(only, "factor");
  return /[?*]$/.test(text) ? `( ${text} )${mark}` : `${text}${mark}`;
}
