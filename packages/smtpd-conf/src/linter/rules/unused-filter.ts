import type { Definition } from "../../model/symbols.ts";
import type { CheckContext, Problem } from "../check.ts";
import { deletion } from "../deletion.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

export const unusedFilter: Rule = defineRule({
  code: "unused-filter",
  summary: "A filter that no listener, relay or chain names sees no session.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "filter", options, (definition) => unusedFilterOf(definition, context)),
});

/** Other filters can name the program of `proc-exec`; then it has to stay. */
function unusedFilterOf({ name, word, line }: Definition, { model }: CheckContext): Problem {
  const isProgram = (model.symbols().get("proc")?.get(name)?.references.length ?? 0) > 0;
  return {
    span: word,
    message: messageFor(name, line),
    help: `Write: listen on … filter "${name}", or delete it.`,
    fixes: isProgram ? [] : deletion(`Delete the filter "${name}"`, line),
  };
}

/** Only a listener or relay can name a chain. The program of `proc-exec` runs whether the filter is used or not. */
function messageFor(name: string, { kind }: Definition["line"]): string {
  if (kind === "ChainFilterDirective") {
    return `No listener or relay names the chain "${name}", so none of its filters is asked through it.`;
  }
  const runs = kind === "ProcExecFilterDirective" ? ", but smtpd starts its program all the same" : "";
  return `No listener, relay or chain names the filter "${name}"${runs}.`;
}
