import type { Model } from "../../model/model.ts";
import type { Definition } from "../../model/symbols.ts";
import type { Problem } from "../check.ts";
import { deletion } from "../deletion.ts";
import { asWord } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

/** Up to 6.8 a session without a pki takes the one that is called like the server, or `*`: there none is surely unused. */
export const unusedPki: Rule = defineRule({
  code: "unused-pki",
  summary: "A pki that no listener or relay names is loaded and never shown to anybody.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "7.3",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "pki", options, (definition) =>
      problemOf(definition, statementsOf(definition, context.model)),
    ),
});

/** The parameters of one pki may stand in several statements. */
function statementsOf({ name }: Definition, model: Model): number {
  return model.symbols().get("pki")?.get(name)?.definitions.length ?? 0;
}

function problemOf({ name, word, line }: Definition, statements: number): Problem {
  const everybody = name === "*" ? ", and from 7.3 on it serves nobody else" : "";
  return {
    span: word,
    message: `No listener or relay names the pki "${name}"${everybody}.`,
    help: `Write pki ${asWord(name)} as an option of the listener that is to show it, or delete it.`,
    fixes: statements === 1 ? deletion(`Delete the pki "${name}"`, line) : [],
  };
}
