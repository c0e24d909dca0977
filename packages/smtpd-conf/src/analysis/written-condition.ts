import type { Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import { textOf } from "../parser/source.ts";

/** A condition of a `match` rule in words that smtpd takes. */
export interface WrittenCondition {
  readonly kind: "WrittenCondition";
  readonly negated: boolean;
  readonly scope: "from" | "for" | undefined;
  readonly name: Option["name"];
  readonly regex: boolean;
  /** Out of the configuration; undefined where there is nothing to look up. */
  readonly argument: TableArgument | undefined;
}

/** `!from src "192.0.2.0/24"`: the condition as it stands in a rule, on one line and without macros. */
export function printCondition({ negated, scope, name, regex, argument }: WrittenCondition): string {
  const words = [scope, name, regex ? "regex" : undefined, argument && printArgument(argument)];
  return `${negated ? "!" : ""}${words.filter((word) => word !== undefined).join(" ")}`;
}

function printArgument(argument: TableArgument): string {
  if (argument.kind === "TableReference") return `<${printWord(argument.name)}>`;
  if (argument.kind === "String") return printWord(argument);
  const entries = argument.entries.map(({ key, value }) => {
    return value === undefined ? printWord(key) : `${printWord(key)} = ${printWord(value)}`;
  });
  return `{ ${entries.join(", ")} }`;
}

/** As it was written; in quotes where a macro wrote it, since what may stand bare there depends on the place. */
function printWord(word: Word): string {
  const text = textOf(word);
  if (word.origin === undefined && !text.includes("\n")) return text;
  const quote = word.value.includes('"') ? "'" : '"';
  return `${quote}${word.value}${quote}`;
}
