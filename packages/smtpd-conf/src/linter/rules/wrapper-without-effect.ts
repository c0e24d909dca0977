import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const wrapperWithoutEffect: Rule = defineRule({
  code: "wrapper-without-effect",
  summary: "A wrapper beside forward-only, or before another wrapper, is never run.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const wrappers = line.options.filter(({ name }) => name === "wrapper");
      const last = wrappers.at(-1);
      const forwards = line.method.name === "forward-only";
      for (const wrapper of wrappers) {
        if (wrapper === last && !forwards) continue;
        report({
          span: wrapper,
          message: forwards
            ? '"forward-only" runs no command, so there is nothing to wrap.'
            : "Of several wrappers smtpd runs only the last one.",
          help: forwards ? "Remove the wrapper." : "Put both into the command of one wrapper, or remove this one.",
          related: forwards || last === undefined ? [] : [{ span: last, message: "This is the one that counts." }],
          fixes: removal("Remove this wrapper", line, wrapper, false),
        });
      }
    },
  }),
});
