import type { CaDirective, Option, PkiDirective } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { textOf } from "../../parser/source.ts";
import type { CheckContext, Problem, Visitor } from "../check.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const pkiRedefined: Rule = defineRule({
  code: "pki-redefined",
  summary: "Of a parameter of a pki or ca that is given twice, only the last one counts.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: visitParameters,
});

/** A parameter of a pki or ca, and where it was given last. */
interface Parameter {
  readonly owner: string;
  readonly option: Option | undefined;
  readonly value: Word;
  readonly line: PkiDirective | CaDirective;
}

function visitParameters({ report }: CheckContext): Visitor {
  const last = new Map<string, Parameter>();
  const add = (what: string, parameter: Parameter) => {
    const key = `${parameter.owner.toLowerCase()} ${what}`;
    const earlier = last.get(key);
    last.set(key, parameter);
    if (earlier !== undefined) report(problemOf(what, earlier, parameter));
  };
  return {
    PkiDirective: (line) => {
      for (const option of line.options) {
        add(option.name, { owner: `pki "${line.name.value}"`, option, value: option.argument as Word, line });
      }
    },
    CaDirective: (line) => add("cert", { owner: `ca "${line.name.value}"`, option: undefined, value: line.cert, line }),
  };
}

function problemOf(what: string, { owner, option, value, line }: Parameter, winner: Parameter): Problem {
  return {
    span: option ?? value,
    message: `This ${what} of the ${owner} is replaced by a later one.`,
    help: `Only ${what} ${textOf(winner.value)} counts. For another certificate write a statement with another name.`,
    related: [{ span: winner.option ?? winner.value, message: "This one counts." }],
    fixes: option === undefined ? [] : removal(`Remove ${what} ${textOf(value)}`, line, option, false),
  };
}
