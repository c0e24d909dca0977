import { canFollow } from "../../analysis/shortest-form.ts";
import type { MatchDirective, Option } from "../../parser/ast/nodes.ts";
import type { CheckContext, Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { isEditable } from "../place.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const matchCanBeShorter: Rule = defineRule({
  code: "match-can-be-shorter",
  summary: "One condition says what a rule says in two: `from auth` is `from any` and `auth`.",
  category: "style",
  severity: "hint",
  recommended: false,
  fix: "safe",
  since: "6.7.1",
  scope: "statement",
  create: (context) => ({
    MatchDirective: (line) => {
      for (const scope of ["from", "for"] as const) {
        const problem = problemOf(line, scope, context);
        if (problem !== undefined) context.report(problem);
      }
    },
  }),
});

/** Where `from any` or `for any` stands beside a condition that can take it into itself. */
function problemOf(line: MatchDirective, scope: "from" | "for", context: CheckContext): Problem | undefined {
  const any = line.conditions.find((option) => option.scope?.value === scope && option.name === "any");
  const taker = takerOf(line, scope, context);
  if (any === undefined || any.not !== undefined || taker === undefined) return undefined;
  const whole = `${scope} ${taker.name}`;
  return {
    span: taker,
    message: `${whole} means the same as this ${taker.name} together with ${scope} any.`,
    help: `Write ${whole}, and leave out ${scope} any.`,
    related: [{ span: any, message: "Then this is not needed." }],
    fixes: fixFor(line, any, taker, whole),
  };
}

function takerOf({ conditions }: MatchDirective, scope: "from" | "for", context: CheckContext): Option | undefined {
  const plain = conditions.filter((option) => option.scope === undefined);
  const named = (name: Option["name"]) => plain.find((option) => option.name === name && fits(option));
  const fits = ({ name, argument }: Option) => canFollow(scope, name, argument as Argument, context.model);
  return scope === "for" ? named("rcpt-to") : (named("auth") ?? named("mail-from"));
}

type Argument = Parameters<typeof canFollow>[2];

function fixFor(line: MatchDirective, any: Option, { keyword, source }: Option, whole: string): Fix[] {
  const [without] = removal(`Write ${whole}`, line, any, true);
  if (without === undefined || !isEditable(keyword)) return [];
  const place = { source, start: keyword.start, end: keyword.start };
  return [{ ...without, edits: [...without.edits, { span: place, text: `${any.scope?.value} ` }] }];
}
