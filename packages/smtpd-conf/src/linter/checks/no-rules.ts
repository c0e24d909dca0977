import { type Check, defineCheck } from "../check.ts";

export const noRules: Check = defineCheck({
  code: "no-rules",
  summary: "A configuration needs at least one match rule.",
  create: ({ configuration, model, report }) => ({
    end: (refused) => {
      const source = configuration.sources[0];
      if (refused || model.rules.length > 0 || source === undefined) return;
      const end = source.text.length;
      report({
        span: { source, start: end, end },
        message: "There is no match rule, so smtpd would accept no mail at all, and refuses to start.",
        help: "Add one, such as: match for local action \"local\".",
      });
    },
  }),
});
