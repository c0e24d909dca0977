import { byteLength } from "../../parser/source.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryOf } from "../table-entries.ts";

/** `lowercase()` in util.c with the buffer of `table_add()` in table.c. */
const mostBytes = 1023;

export const tableKeyTooLong: Rule = defineRule({
  code: "table-key-too-long",
  summary: "smtpd leaves out an entry whose key has more than 1023 bytes.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    TableDirective: (table) => {
      forEachEntryOf(table, context, ({ key, keySpan }) => {
        if (key.length > mostBytes / 4 && byteLength(key, keySpan.source.encoding) > mostBytes) {
          const bytes = byteLength(key, keySpan.source.encoding);
          context.report({
            span: keySpan,
            message: `smtpd leaves this entry out, for its key has ${bytes} bytes and ${mostBytes} is the most.`,
          });
        }
        return true;
      });
    },
  }),
});
