import { type Check, defineCheck } from "../check.ts";

export const invalidAdmd: Check = defineCheck({
  code: "invalid-admd",
  summary: "The administrative domain is printable ASCII.",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "admd" || value === undefined || /^[ -~]*$/.test(value.value)) return;
      report({
        span: value,
        message: "The administrative domain has a character that is not printable ASCII.",
        help: "Write an international domain in its ASCII form (xn--…).",
      });
    },
  }),
});
