import type { Line } from "../../parser/ast/nodes.ts";
import type { Source } from "../../parser/source.ts";
import type { Visitor } from "../check.ts";
import { firstToken } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

const groups = [
  { kind: "ListenDirective", noun: "a listener" },
  { kind: "ActionDirective", noun: "an action" },
  { kind: "MatchDirective", noun: "a rule" },
] as const;

export const directiveGrouping: Rule = defineRule({
  code: "directive-grouping",
  summary: "Listeners, actions and rules are easier to read one group after the other.",
  category: "style",
  severity: "hint",
  recommended: false,
  scope: "statement",
  remembers: true,
  create: ({ report }) => {
    const furthest = new Map<Source, { readonly group: number; readonly line: Line }>();
    const visit = (line: Line, group: number) => {
      const before = furthest.get(line.source);
      if (before === undefined || group > before.group) furthest.set(line.source, { group, line });
      if (before === undefined || group >= before.group) return;
      const noun = groups[before.group]?.noun ?? "";
      report({
        span: firstToken(line),
        message: `${capitalize(groups[group]?.noun ?? "")} stands below ${noun} here.`,
        help: "Write first all listeners, then all actions, then all rules.",
        related: [{ span: firstToken(before.line), message: `${capitalize(noun)} stands here already.` }],
      });
    };
    return Object.fromEntries(groups.map(({ kind }, group) => [kind, (line: Line) => visit(line, group)])) as Visitor;
  },
});

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
