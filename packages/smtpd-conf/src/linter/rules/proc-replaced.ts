import type { ModelSymbol } from "../../model/symbols.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const procReplaced: Rule = defineRule({
  code: "proc-replaced",
  summary: "A filter with `proc-exec` replaces an earlier proc of the same name.",
  category: "intent",
  severity: "error",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, report }) => ({
    end: () => {
      for (const symbol of model.symbols().get("proc")?.values() ?? []) {
        const problem = problemOf(symbol);
        if (problem !== undefined) report(problem);
      }
    },
  }),
});

/** In the other order smtpd refuses the second. */
function problemOf({ name, definitions, references }: ModelSymbol): Problem | undefined {
  const [proc, filter] = definitions;
  if (proc?.line.kind !== "ProcDirective" || filter?.line.kind !== "ProcExecFilterDirective") return undefined;
  const users = references.map(({ word }) => ({ span: word, message: "This filter gets the other program." }));
  return {
    span: filter.word,
    message: `The program of this filter takes the place of the proc "${name}", which is not started.`,
    help: "Give the filter another name.",
    related: [{ span: proc.word, message: `The proc "${name}" is defined here.` }, ...users],
  };
}
