import { type Check, defineCheck } from "../check.ts";

export const invalidAdmd: Check = defineCheck({
  code: "invalid-admd",
  summary: "The administrative domain is printable ASCII.",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      const wrong = name === "admd" ? /[^ -~]/u.exec(value?.value ?? "")?.[0] : undefined;
      if (value === undefined || wrong === undefined) return;
      const control = /\p{Cc}/u.test(wrong);
      report({
        span: value,
        message: `${control ? "A control character" : `"${wrong}"`} is not printable ASCII, and smtpd takes nothing else in the administrative domain.`,
        help: control ? "Remove it." : "Write an international domain in its ASCII form (xn--…).",
      });
    },
  }),
});
