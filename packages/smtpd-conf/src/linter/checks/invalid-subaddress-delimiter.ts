import type { Token } from "../../parser/lexer/token.ts";
import { byteLength } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const invalidSubaddressDelimiter: Check = defineCheck({
  code: "invalid-subaddress-delimiter",
  summary: "The delimiter of sub-addresses is one printable character, but no blank and no @.",
  create: ({ report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "smtp sub-addr-delim" || value === undefined) return;
      const message = messageFor(value);
      if (message === undefined) return;
      report({ span: value, message, help: 'Write one printable ASCII character, such as "+" or "-".' });
    },
  }),
});

function messageFor({ value, source }: Token): string | undefined {
  if (value === "") return "The delimiter of sub-addresses is empty, and smtpd wants one character.";
  if (value === "@") return '"@" divides user and domain already, so smtpd does not take it as the delimiter.';
  if (/^[!-~]$/.test(value)) return undefined;
  const length = byteLength(value, source.encoding);
  if (length === 1) return "A blank or control character cannot be the delimiter of sub-addresses.";
  return `"${value}" has ${length} bytes, and smtpd wants one character as the delimiter of sub-addresses.`;
}
