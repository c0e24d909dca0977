import type { Line } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import type { CheckContext } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { tableNamed } from "../table-entries.ts";

export const quotedTableReference: Rule = defineRule({
  code: "quoted-table-reference",
  summary: "The name of a table in angle brackets and quotes is a text and no reference.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    TableUse: ({ argument, line }) => {
      const words = argument.kind === "InlineTable" ? argument.entries.map(({ key }) => key) : [argument];
      for (const word of words) {
        const name = word.kind === "String" ? nameIn(word as Word) : undefined;
        if (name === undefined || tableNamed(name, context.model) === undefined) continue;
        context.report({
          span: word,
          message: `In quotes, "<${name}>" is a text: the table "${name}" is not asked.`,
          ...wayOut(context, name, argument.kind === "String" ? (word as Word) : undefined, line),
        });
      }
    },
  }),
});

/** The name between the brackets, where it can stand there without quotes. */
function nameIn({ value }: Word): string | undefined {
  return /^<\s*([A-Za-z_][\w.-]*)\s*>$/.exec(value)?.[1];
}

/** Without its quotes the reference works where the table is defined further up; in a list there is no room for it. */
function wayOut({ model }: CheckContext, name: string, word: Word | undefined, line: Line) {
  if (word === undefined) return { help: "A table cannot be an entry of a list: use it alone, without quotes." };
  const { lines } = model.configuration;
  const table = tableNamed(name, model);
  const defined = table !== undefined && lines.indexOf(table) < lines.indexOf(line);
  return {
    help: `Write <${name}> without quotes.`,
    fixes: defined ? rewrite("Remove the quotes", [[word, `<${name}>`]], false) : [],
  };
}
