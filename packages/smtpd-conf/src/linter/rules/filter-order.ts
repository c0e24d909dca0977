import type { Model } from "../../model/model.ts";
import type { Problem } from "../check.ts";
import { commandOf, type FilteredListener, filteredListeners, namingWord } from "../filter-lists.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterOrder: Rule = defineRule({
  code: "filter-order",
  summary: "What a scanner changes after the signature breaks the signature.",
  category: "intent",
  severity: "info",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      for (const use of filteredListeners({ model, analysis })) {
        const problem = problemOf(use, model);
        if (problem !== undefined) report(problem);
      }
    },
  }),
});

const signing = /dkim-?sign/;
/** Programs that may change a message: they write headers, and rewrite the subject of spam. */
const changing = /rspamd|spamassassin|spamd\b|amavis/;

function problemOf({ listener, members }: FilteredListener, model: Model): Problem | undefined {
  const commands = members.map((filter) => commandOf(filter, model) ?? "");
  const first = commands.findIndex((command) => signing.test(command));
  const last = commands.findLastIndex((command) => changing.test(command));
  const [signer, scanner] = [members[first], members[last]];
  if (signer === undefined || scanner === undefined || last < first) return undefined;
  return {
    span: namingWord(signer, listener, model) ?? signer.name,
    message: `"${signer.name.value}" signs mail that "${scanner.name.value}" may still change behind it, and then the signature is wrong.`,
    help: `Name "${signer.name.value}" last.`,
  };
}
