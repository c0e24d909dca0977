import { type Check, defineCheck } from "../check.ts";
import { parseDelay } from "../delay.ts";

export const srsTtlTooShort: Check = defineCheck({
  code: "srs-ttl-too-short",
  summary: "The ttl of rewritten senders is counted in whole days: it must be one day at least.",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "srs ttl" || value === undefined) return;
      const delay = parseDelay(value.value);
      if ("wrong" in delay || delay.seconds >= 86400) return;
      report({
        span: value,
        message: `"${value.value}" is less than a day, and smtpd counts the srs ttl in whole days.`,
        help: 'Write "1d" or more.',
      });
    },
  }),
});
