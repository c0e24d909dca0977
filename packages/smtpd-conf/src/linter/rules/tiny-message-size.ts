import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { sizeInBytes } from "../size.ts";

export const tinyMessageSize: Rule = defineRule({
  code: "tiny-message-size",
  summary: "A largest message size without a unit is counted in bytes, and hardly any message is that small.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  options: {
    kilobytes: {
      kind: "number",
      summary: "Messages of so many kilobytes should be taken.",
      minimum: 1,
      maximum: 1_048_576,
      // What every mail server must be able to take (RFC 5321, section 4.5.3.1.7).
      default: 64,
    },
  },
  create: ({ report }, { kilobytes }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "smtp max-message-size" || value === undefined) return;
      const bytes = sizeInBytes(value.value);
      if (bytes === undefined || bytes >= kilobytes * 1024) return;
      const inMegabytes = /^\d+$/.test(value.value) && bytes > 0 && bytes <= 1024 ? `${value.value}M` : undefined;
      report({
        span: value,
        message: `Messages of more than ${bytes} bytes are refused${bytes < tiny ? ", and hardly any message is that small" : ""}.`,
        help: inMegabytes
          ? `A number alone counts bytes. If megabytes are meant, write "${inMegabytes}".`
          : helpFor(kilobytes),
        fixes: inMegabytes ? rewrite(`Replace by ${inMegabytes}`, [[value, inMegabytes]], false) : [],
      });
    },
  }),
});

/** Bytes below which hardly any message with headers of today is. */
const tiny = 64 * 1024;

function helpFor(kilobytes: number): string {
  return kilobytes === 64
    ? "Every mail server has to take messages of 64 kilobytes: write 64K or more."
    : `Your settings ask for ${kilobytes} kilobytes: write ${kilobytes}K or more.`;
}
