import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";

export const globalCatchAll: Rule = defineRule({
  code: "global-catch-all",
  summary: "A lone @ in a virtual table takes all mail of all domains that nothing else takes.",
  category: "intent",
  severity: "info",
  recommended: false,
  strict: true,
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["alias"], ({ key, keySpan }, { place }) => {
      if (place !== "action virtual" || key !== "@") return undefined;
      return {
        span: keySpan,
        message: 'The key "@" takes every address of every domain that no other key takes.',
        help: 'Write "@example.org" for one domain, so that misspelled addresses of the others are refused.',
      };
    }),
});
