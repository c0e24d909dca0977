import { isKeyword } from "../../language/keywords.ts";
import { hasMacroNameBlank } from "../../parser/macros/macro-table.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const invalidMacroName: Check = defineCheck({
  code: "invalid-macro-name",
  summary: "The name of a macro has no blanks.",
  create: ({ report }) => ({
    MacroDefinition: ({ name }) => {
      if (!hasMacroNameBlank(name.value)) return;
      const better = name.value.trim().replace(/\W+/g, "_");
      const usable = /[A-Za-z0-9]/.test(better) && !isKeyword(better);
      report({
        span: name,
        message: `The macro name "${name.value}" has white space in it, and smtpd does not take it.`,
        help: "Use letters, digits and underscores: nothing else counts as a name behind a dollar sign.",
        fixes: usable ? rewrite(`Call it ${better}`, [[name, better]], false) : [],
      });
    },
  }),
});
