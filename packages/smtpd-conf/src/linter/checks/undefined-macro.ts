import { type Check, type CheckContext, defineCheck } from "../check.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const undefinedMacro: Check = defineCheck({
  code: "undefined-macro",
  summary: "A macro must be defined above its use.",
  create: (context) => ({
    LexicalError: ({ kind, span, value }) => {
      if (kind !== "undefined-macro" || isBroken(context, value)) return;
      if (value === "") {
        return context.report({
          span,
          message: "A dollar sign begins the use of a macro, and no name follows it.",
          help: "Put the word in quotes if the dollar sign belongs to it.",
        });
      }
      context.report({ span, message: `There is no macro "${value}" at this point.`, help: helpFor(context, value) });
    },
  }),
});

/** Whether the macro's own definition is broken, which was reported there. */
function isBroken({ configuration }: CheckContext, name: string): boolean {
  return configuration.lines.some(
    (line) => line.kind === "BrokenStatement" && line.tokens[0]?.value === name && line.tokens[1]?.value === "=",
  );
}

function helpFor({ configuration }: CheckContext, name: string): string | undefined {
  const names = [...configuration.macros.keys()];
  const longer = names.find((candidate) => candidate.startsWith(name) && /[^A-Za-z0-9_]/.test(candidate));
  if (longer !== undefined) {
    return `The macro is called "${longer}", but behind a dollar sign smtpd reads only letters, digits and underscores: rename it.`;
  }
  if (configuration.macros.has(name)) return "Its definition stands further down: move it above this line.";
  const near = suggestionsFor(name, names);
  return near.length > 0 ? `Did you mean ${eitherOf(near.map((macro) => `$${macro}`))}?` : `Define it: ${name} = "value".`;
}
