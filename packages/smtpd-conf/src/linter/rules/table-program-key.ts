import type { CheckContext, Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";
import { keySpanOf, type ProgramTable, programTable, settingsOf } from "../table-program.ts";

export const tableProgramKey: Rule = defineRule({
  code: "table-program-key",
  summary: "The settings file of a table program has keys that the program knows, each once.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    TableDirective: (statement) => {
      const table = programTable(statement);
      if (table !== undefined) for (const problem of problemsOf(table, context)) context.report(problem);
    },
  }),
});

function* problemsOf(table: ProgramTable, { analysis }: CheckContext): Generator<Problem> {
  const { program, path, config } = table;
  const settings = settingsOf(table, analysis.tableFiles);
  if (settings === undefined) return;
  const names = program.keys.map(({ name }) => name);
  const seen = new Set<string>();
  for (const setting of settings) {
    const { key, value } = setting;
    const span = keySpanOf(setting, table);
    if (!names.includes(key)) yield { span, ...unknown(key, names, program.name) };
    else if (value === undefined) yield { span, message: `"${key}" has no value.` };
    else if (seen.has(key)) yield { span, message: `"${key}" is given twice: table-${program.name} takes it once.` };
    seen.add(key);
  }
  for (const { name, required } of program.keys) {
    if (!required || seen.has(name)) continue;
    yield {
      span: config,
      message: `The file "${path}" has no "${name}", without which table-${program.name} cannot work.`,
    };
  }
}

function unknown(key: string, names: readonly string[], program: string): Pick<Problem, "message" | "help"> {
  const near = suggestionsFor(key, names);
  return {
    message: `table-${program} knows no key "${key}", and leaves the line out.`,
    help: near.length > 0 ? `Did you mean ${eitherOf(near)}?` : undefined,
  };
}
