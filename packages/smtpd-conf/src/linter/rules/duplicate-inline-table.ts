import type { InlineTable } from "../../parser/ast/nodes.ts";
import { defineRule, type Rule } from "../rule.ts";

export const duplicateInlineTable: Rule = defineRule({
  code: "duplicate-inline-table",
  summary: "The same list is written out in several places.",
  category: "style",
  severity: "hint",
  recommended: false,
  strict: true,
  scope: "statement",
  remembers: true,
  create: ({ report }) => {
    const first = new Map<string, InlineTable>();
    return {
      TableUse: ({ argument }) => {
        if (argument.kind !== "InlineTable" || argument.entries.length < 2) return;
        const key = contentOf(argument);
        const earlier = first.get(key);
        if (earlier === undefined) return void first.set(key, argument);
        report({
          span: argument,
          message: "The same list stands further up.",
          help: "Give it a name with a table statement, and write <NAME> in both places.",
          related: [{ span: earlier, message: "It is here for the first time." }],
        });
      },
    };
  },
});

/** What the list holds, in any order and in upper or lower case: smtpd asks for keys in lower case. */
function contentOf(table: InlineTable): string {
  const content = contents.get(table) ?? readContent(table);
  contents.set(table, content);
  return content;
}

const contents = new WeakMap<InlineTable, string>();

function readContent({ entries }: InlineTable): string {
  const texts = entries.map(({ key, value }) => JSON.stringify([key.value.toLowerCase(), value?.value]));
  return texts.sort().join();
}
