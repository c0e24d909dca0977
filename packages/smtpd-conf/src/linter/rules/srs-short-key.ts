import { defineRule, type Rule } from "../rule.ts";

/** As many characters as `openssl rand -hex 8` prints: 64 bits. */
const enough = 16;

export const srsShortKey: Rule = defineRule({
  code: "srs-short-key",
  summary: "Whoever finds out a short srs key can send mail through this server.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      if ((name !== "srs key" && name !== "srs key backup") || value === undefined) return;
      const { length } = value.value;
      if (length >= enough) return;
      report({
        span: value,
        message: `With a length of ${length} the key can be found out by trying, from the addresses that it signs.`,
        help: "Take a long random one, such as `openssl rand -hex 16` prints.",
      });
    },
  }),
});
