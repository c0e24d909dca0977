import { isAtLeast } from "../../language/releases.ts";
import type { Line, Option } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { optionLabel, type Repetition, repeatedFamilies } from "../option-families.ts";
import { removal } from "../removal.ts";

export const duplicateOption: Check = defineCheck({
  code: "duplicate-option",
  summary: "An option or condition can be given only once in a statement.",
  create: ({ target, report }) => {
    const visit = (line: Line, options: readonly Option[]) => {
      for (const repetition of repeatedFamilies(line, options, isAtLeast(target, "7.3"))) {
        const { first, second } = repetition;
        if (first.name === second.name || first.scope !== undefined) report(problemOf(repetition, line));
      }
    };
    return {
      ListenDirective: (line) => visit(line, line.options),
      ActionDirective: (line) => visit(line, line.options),
      MatchDirective: (line) => visit(line, line.conditions),
      ProcDirective: (line) => visit(line, line.options),
      ProcExecFilterDirective: (line) => visit(line, line.options),
    };
  },
});

function problemOf({ first, second }: Repetition, line: Line): Problem {
  const same = textOf(first) === textOf(second);
  return {
    span: second,
    message: `"${labelOf(first, second)}" is given twice, and smtpd takes it only once.`,
    help: helpFor(first, second),
    related: [{ span: first, message: "It was given here first." }],
    fixes: removal("Remove the second one", line, second, same),
  };
}

/** The option's name; of two different ones the word that they share, `from` or `for`. */
function labelOf(first: Option, second: Option): string {
  return first.name === second.name ? optionLabel(second) : (second.scope?.value ?? second.name);
}

function helpFor(first: Option, second: Option): string {
  if (first.scope !== undefined && second.scope === undefined) {
    return `"${optionLabel(first)}" counts as "${second.name}" too: remove one of the two.`;
  }
  if (!isSingleValue(first) || !isSingleValue(second) || first.name !== second.name) return "Remove one of the two.";
  const list = `{ ${textOf(first.argument)}, ${textOf(second.argument)} }`;
  return `Put both values into one list: ${optionLabel(second)}${second.regex ? " regex" : ""} ${list}.`;
}

/** Whether the option is one of those that take a list, and has a single value instead. */
function isSingleValue(option: Option): option is Option & { readonly argument: Word } {
  const { argument, info, not } = option;
  return info.argument === "table" && argument?.kind === "String" && not === undefined;
}
