import type { MatchDirective } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { after, firstToken, isEditable } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

export const explicitFromFor: Rule = defineRule({
  code: "explicit-from-for",
  summary: "A rule without `from` or `for` is easily misread: it is for local mail or local domains only.",
  category: "style",
  severity: "hint",
  recommended: false,
  strict: true,
  fix: "safe",
  scope: "statement",
  create: ({ report }) => ({
    MatchDirective: (line) => {
      const missing = ["from", "for"].filter((word) => line.conditions.every(({ scope }) => scope?.value !== word));
      if (missing.length > 0) report(problemOf(line, missing));
    },
  }),
});

function problemOf(line: MatchDirective, missing: readonly string[]): Problem {
  const match = firstToken(line);
  const conditions = missing.map((word) => `${word} local`).join(" ");
  return {
    span: match,
    message: `Without ${missing.join(" and ")} this rule means: ${conditions}.`,
    help: `Write it out: match ${conditions} …`,
    fixes: isEditable(match)
      ? [{ title: `Write ${conditions}`, safe: true, edits: [{ span: after(match), text: ` ${conditions}` }] }]
      : [],
  };
}
