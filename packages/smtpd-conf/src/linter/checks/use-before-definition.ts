import { type Check, defineCheck } from "../check.ts";

export const useBeforeDefinition: Check = defineCheck({
  code: "use-before-definition",
  summary: "smtpd reads from top to bottom: a name must be defined above its use.",
  create: ({ model, report }) => ({
    Reference: ({ space, name, word, state }) => {
      if (state !== "later") return;
      const definition = model.symbols().get(space)?.get(name)?.definitions[0];
      const noun = space === "wrapper" ? "mda wrapper" : space;
      report({
        span: word,
        message: `The ${noun} "${word.value}" is defined further down, and smtpd does not know it here.`,
        help: "Move its definition above this line.",
        related: definition ? [{ span: definition.word, message: "It is defined here." }] : [],
      });
    },
  }),
});
