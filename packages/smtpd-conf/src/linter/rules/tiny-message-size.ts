import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { sizeInBytes } from "../size.ts";

/** What every mail server must be able to take (RFC 5321, section 4.5.3.1.7). */
const least = 64 * 1024;

export const tinyMessageSize: Rule = defineRule({
  code: "tiny-message-size",
  summary: "A largest message size without a unit is counted in bytes, and hardly any message is that small.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "smtp max-message-size" || value === undefined) return;
      const bytes = sizeInBytes(value.value);
      if (bytes === undefined || bytes >= least) return;
      const inMegabytes = /^\d+$/.test(value.value) && bytes > 0 && bytes <= 1024 ? `${value.value}M` : undefined;
      report({
        span: value,
        message: `Messages of more than ${bytes} bytes are refused, and hardly any message is that small.`,
        help: inMegabytes
          ? `A number alone counts bytes. If megabytes are meant, write "${inMegabytes}".`
          : "Every mail server has to take messages of 64 kilobytes: write 64K or more.",
        fixes: inMegabytes ? rewrite(`Replace by ${inMegabytes}`, [[value, inMegabytes]], false) : [],
      });
    },
  }),
});
