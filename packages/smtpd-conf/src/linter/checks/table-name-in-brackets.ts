import { spanFrom } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const tableNameInBrackets: Check = defineCheck({
  code: "table-name-in-brackets",
  summary: "A table is named without brackets where it is defined, and with them where it is used.",
  precedence: 24,
  create: () => ({
    explain: ({ line, index }) => {
      const [table, open, name, close] = line.tokens;
      if (table?.value !== "table" || open?.value !== "<" || index !== 1) return undefined;
      if (name?.kind !== "String" || close?.value !== ">") return undefined;
      return {
        span: spanFrom(open, close),
        message: `A table is defined without brackets: they stand around its name only where it is used.`,
        help: `Write table ${name.value}.`,
        fixes: rewrite("Remove the brackets", [
          [open, ""],
          [close, ""],
        ]),
      };
    },
  }),
});
