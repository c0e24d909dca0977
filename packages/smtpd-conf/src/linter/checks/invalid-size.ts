import { isAtLeast } from "../../language/releases.ts";
import { type Check, defineCheck } from "../check.ts";
import { isSize } from "../size.ts";

export const invalidSize: Check = defineCheck({
  code: "invalid-size",
  summary: "A size is a number with at most one unit letter: B, K, M, G, T, P or E.",
  create: ({ target, report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "smtp max-message-size" || value === undefined) return;
      const valid = value.kind === "Number" ? !value.value.startsWith("-") : isSize(value.value, isAtLeast(target, "7.3"));
      if (valid) return;
      const better = /^(\d+(?:\.\d+)?)\s*([bkmgtpe])(?:i?b)?$/i.exec(value.value);
      const text = better ? `${better[1]}${better[2]?.toUpperCase()}` : undefined;
      report({
        span: value,
        message: `"${value.value}" is not a size.`,
        help: text ? `Write "${text}".` : 'A size is a number with at most one letter of B, K, M, G, T, P or E: "35M".',
        fixes:
          text && value.origin === undefined
            ? [{ title: `Write ${text}`, safe: true, edits: [{ span: value, text: value.quoted ? `"${text}"` : text }] }]
            : [],
      });
    },
  }),
});
