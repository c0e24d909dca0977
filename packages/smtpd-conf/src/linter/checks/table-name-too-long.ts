import { longestTableName } from "../../language/lexical-limits.ts";
import { parseTableConfig } from "../../model/tables.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { byteLength } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const tableNameTooLong: Check = defineCheck({
  code: "table-name-too-long",
  summary: "The name of a table, its type and its path have at most 2047 characters.",
  create: ({ report }) => {
    const check = (word: Word, text: string, what: string) => {
      if (byteLength(text, word.source.encoding) <= longestTableName) return;
      report({ span: word, message: `The ${what} has more than ${longestTableName} characters.` });
    };
    return {
      TableDirective: ({ name, config }) => {
        check(name, name.value, "name of the table");
        if (config === undefined) return;
        const { backend, path } = parseTableConfig(config.value);
        if (path === undefined) check(config, backend, "type of the table");
        else check(config, path, "path of the table");
      },
    };
  },
});
