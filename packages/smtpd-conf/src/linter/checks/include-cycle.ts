import { type Check, defineCheck } from "../check.ts";

export const includeCycle: Check = defineCheck({
  code: "include-cycle",
  summary: "A file cannot include itself, not even through others.",
  create: ({ report }) => ({
    Inclusion: ({ statement: { path }, failure }) => {
      if (failure !== "cycle") return;
      report({
        span: path,
        message: `"${path.value}" includes itself: smtpd goes round until it has too many files open.`,
        help: "Remove this include.",
      });
    },
  }),
});
