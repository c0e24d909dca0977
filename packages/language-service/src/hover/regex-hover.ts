import {
  foldCase,
  matchesRegularExpression,
  parseRegularExpression,
  type RegularExpression,
  regexExample,
} from "smtpd-conf";
import { type Block, code, type Prose, paragraph, prose } from "../markdown.ts";
import { readRegex } from "./read-regex.ts";

/** A regular expression in words, with a text that it finds and one that looks as if it did. */
export function regexHover(text: string): readonly Block[] {
  const expression = parseRegularExpression(foldCase(text));
  if (expression.kind === "RegexFault") {
    const { message, reason } = expression;
    if (reason !== "invalid") return [paragraph(prose`This expression is not read here: ${lowerCased(message)}`)];
    return [
      paragraph(prose`smtpd cannot compile this expression: ${lowerCased(message)}`),
      paragraph(prose`So it never matches, and its negation always does.`),
    ];
  }
  return [
    paragraph(prose`Matches a text that ${readRegex(expression.tree)}.`),
    paragraph(prose`Upper and lower case are the same.${examplesOf(expression)}`),
  ];
}

function lowerCased(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** A text that is found, one that is not though it looks like it, and one that is found by a dot that stands for itself. */
function examplesOf(expression: RegularExpression): Prose {
  const example = regexExample(expression.pattern);
  if (example === undefined || example === "" || !matchesRegularExpression(expression, example)) return [];
  const finds = (text: string) => matchesRegularExpression(expression, text);
  const meant = meantBy(expression.pattern, example);
  const found = meant !== undefined && finds(meant) ? meant : example;
  const near = [`x${found}`, `${found}.example`, `${found}x`].find((other) => !finds(other));
  const loose =
    found === example ? [] : prose` A dot without a backslash is any character: it finds ${code(example)} too.`;
  return prose` It finds ${code(found)}${near === undefined ? [] : prose`, but not ${code(near)}`}.${loose}`;
}

/** The example with the dots of a name in the pattern where it has any character. */
function meantBy(pattern: string, example: string): string | undefined {
  const name = /(?<![\\.\])\w-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?![\w*+?{-])/.exec(pattern)?.[0];
  const written = name?.replaceAll(".", "x");
  return name !== undefined && written !== undefined && example.includes(written)
    ? example.replace(written, name)
    : undefined;
}
