import type { MatchDirective, Option } from "../../parser/ast/nodes.ts";
import { textOf } from "../../parser/source.ts";
import { optionLabel } from "../option-families.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const overriddenCondition: Rule = defineRule({
  code: "overridden-condition",
  summary: "A condition is silently replaced by a later one that contains it, such as from mail-from.",
  category: "intent",
  severity: "warning",
  recommended: true,
  guards: true,
  fix: "suggested",
  since: "6.7.1",
  scope: "statement",
  create: ({ report }) => ({
    MatchDirective: (line) => {
      for (const { first, second } of overridesIn(line)) {
        const label = optionLabel(second);
        report({
          span: first,
          message: `"${label}" replaces this condition: a rule has one of them, and smtpd keeps the later one.`,
          help: `Remove it, or put both into one table for "${label}".`,
          related: [{ span: second, message: "This is the one that counts." }],
          fixes: removal(`Remove "${first.name}"`, line, first, false),
        });
      }
    },
  }),
});

interface Override {
  readonly first: Option;
  readonly second: Option;
}

/** The plain conditions that a form with `from` or `for` of the same name stands behind, and says something else. */
function overridesIn({ conditions }: MatchDirective): Override[] {
  return conditions.flatMap((second, index) => {
    if (second.scope === undefined) return [];
    const first = conditions.slice(0, index).find(({ scope, name }) => scope === undefined && name === second.name);
    return first !== undefined && differ(first, second) ? [{ first, second }] : [];
  });
}

/** `auth <users> from auth` keeps the table, and `auth from auth <users>` asks for it alone: neither loses anything. */
function differ(first: Option, second: Option): boolean {
  if ((first.not === undefined) !== (second.not === undefined)) return true;
  if (first.argument === undefined || second.argument === undefined) return false;
  return (
    textOf(first.argument) !== textOf(second.argument) || (first.regex === undefined) !== (second.regex === undefined)
  );
}
