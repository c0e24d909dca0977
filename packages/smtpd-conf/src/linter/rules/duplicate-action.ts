import type { ActionDirective } from "../../parser/ast/nodes.ts";
import { defineRule, type Rule } from "../rule.ts";

export const duplicateAction: Rule = defineRule({
  code: "duplicate-action",
  summary: "Two actions do the same under different names.",
  category: "style",
  severity: "hint",
  recommended: false,
  strict: true,
  scope: "configuration",
  create: ({ report }) => {
    const seen = new Map<string, ActionDirective>();
    return {
      ActionDirective: (line) => {
        const body = bodyOf(line);
        const first = seen.get(body);
        if (first === undefined) return void seen.set(body, line);
        report({
          span: line.name,
          message: `"${line.name.value}" does the same as the action "${first.name.value}".`,
          help: `Let its rules lead to "${first.name.value}", once no mail in the queue waits for this one.`,
          related: [{ span: first.name, message: "This is the first one." }],
        });
      },
    };
  },
});

/** All that stands behind the name, as smtpd reads it: quotes, macros and blanks make no difference. */
function bodyOf({ tokens, name }: ActionDirective): string {
  const words = tokens.slice(tokens.indexOf(name) + 1).filter(({ kind }) => kind !== "Newline");
  return words.map(({ kind, value }) => `${kind} ${value}`).join("\n");
}
