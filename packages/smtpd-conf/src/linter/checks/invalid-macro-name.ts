import { hasMacroNameBlank } from "../../parser/parse-configuration.ts";
import { type Check, defineCheck } from "../check.ts";

export const invalidMacroName: Check = defineCheck({
  code: "invalid-macro-name",
  summary: "The name of a macro has no blanks.",
  create: ({ report }) => ({
    MacroDefinition: ({ name }) => {
      if (!hasMacroNameBlank(name.value)) return;
      report({
        span: name,
        message: `The macro name "${name.value}" has white space in it.`,
        help: "Use letters, digits and underscores: only those can be used behind a dollar sign.",
      });
    },
  }),
});
