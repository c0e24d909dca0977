import { defineRule, type Rule } from "../rule.ts";

export const srsShortKey: Rule = defineRule({
  code: "srs-short-key",
  summary: "Whoever finds out a short srs key can send mail through this server.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  options: {
    characters: {
      kind: "number",
      summary: "The least length of a key.",
      minimum: 1,
      maximum: 1000,
      // As many as `openssl rand -hex 8` prints: 64 bits.
      default: 16,
    },
  },
  create: ({ report }, { characters }) => ({
    SettingDirective: ({ name, value }) => {
      if ((name !== "srs key" && name !== "srs key backup") || value === undefined) return;
      const { length } = value.value;
      if (length >= characters) return;
      report({
        span: value,
        message:
          length < guessable
            ? `With a length of ${length} the key can be found out by trying, from the addresses that it signs.`
            : `The key has a length of ${length}, and your settings ask for ${characters}.`,
        help: "Take a long random one, such as `openssl rand -hex 16` prints.",
      });
    },
  }),
});

/** The length up to which trying is worth it. */
const guessable = 16;
