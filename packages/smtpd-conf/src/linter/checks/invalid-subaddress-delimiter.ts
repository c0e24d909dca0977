import { byteLength } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const invalidSubaddressDelimiter: Check = defineCheck({
  code: "invalid-subaddress-delimiter",
  summary: "The delimiter of sub-addresses is one printable character, but no blank and no @.",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "smtp sub-addr-delim" || value === undefined) return;
      const one = byteLength(value.value, value.source.encoding) === 1;
      if (one && /^[!-~]$/.test(value.value) && value.value !== "@") return;
      report({
        span: value,
        message: `"${value.value}" cannot divide an address.`,
        help: 'Write one printable character other than a blank and "@", such as "+" or "-".',
      });
    },
  }),
});
