import { deletion } from "../deletion.ts";
import { asWord } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

/** Up to 6.8 a session without a ca can take the one that is called `*`: there none is surely unused. */
export const unusedCa: Rule = defineRule({
  code: "unused-ca",
  summary: "A ca that no listener or relay names vouches for no certificate.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "7.3",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "ca", options, ({ name, word, line }) => ({
      span: word,
      message: `No listener or relay names the ca "${name}".`,
      help: `Write ca ${asWord(name)} as an option of the listener or relay that is to trust it, or delete it.`,
      fixes: deletion(`Delete the ca "${name}"`, line),
    })),
});
