import type { ActionDirective } from "../../parser/ast/nodes.ts";
import { delivers } from "../action.ts";
import { defineRule, type Rule } from "../rule.ts";

export const junkWithoutFolder: Rule = defineRule({
  code: "junk-without-folder",
  summary: "Filters mark mail as junk, and no maildir sorts it out.",
  category: "intent",
  severity: "hint",
  recommended: true,
  scope: "configuration",
  create: ({ model, report }) => {
    const deliveries = model.actions.filter(delivers);
    const unsorted = deliveries.length > 0 && deliveries.every(isPlainMaildir);
    return {
      PhaseFilterDirective: ({ decision }) => {
        const [first] = deliveries;
        if (!unsorted || first === undefined || decision.name !== "junk") return;
        report({
          span: decision,
          message: 'Junk only gets the header "X-Spam: Yes", and no maildir of this configuration looks at it.',
          help: 'Write "junk" behind "maildir", and such mail goes to the folder ".Junk".',
          related: [{ span: first.method, message: "This maildir puts all mail into the inbox." }],
        });
      },
    };
  },
});

function isPlainMaildir({ method }: ActionDirective): boolean {
  return method.name === "maildir" && method.suffix === undefined;
}
