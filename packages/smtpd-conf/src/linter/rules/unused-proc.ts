import type { Model } from "../../model/model.ts";
import type { Definition } from "../../model/symbols.ts";
import type { Problem } from "../check.ts";
import { deletion } from "../deletion.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

export const unusedProc: Rule = defineRule({
  code: "unused-proc",
  summary: "A program that no filter names is started and never asked.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "proc", options, (definition) =>
      isReplaced(definition, context.model) ? undefined : problemOf(definition),
    ),
});

/** The proc that a filter with `proc-exec` makes is that filter's own, also where there was one of its name before. */
function isReplaced({ name }: Definition, model: Model): boolean {
  const symbol = model.symbols().get("proc")?.get(name);
  return symbol?.definitions.some(({ line }) => line.kind === "ProcExecFilterDirective") ?? false;
}

function problemOf({ name, word, line }: Definition): Problem {
  return {
    span: word,
    message: `No filter names the proc "${name}", but smtpd starts it all the same.`,
    help: `Write: filter NAME proc "${name}", or delete it.`,
    fixes: deletion(`Delete the proc "${name}"`, line),
  };
}
