import { tableBackends } from "../../language/table-backends.ts";
import { parseTableConfig } from "../../model/tables.ts";
import { type Check, defineCheck } from "../check.ts";
import { asWord } from "../fix.ts";

export const tablePathNotAbsolute: Check = defineCheck({
  code: "table-path-not-absolute",
  summary: "What follows the colon of a table's type is an absolute path.",
  create: ({ report }) => ({
    TableDirective: ({ name, config }) => {
      if (config === undefined) return;
      const { backend, path } = parseTableConfig(config.value);
      if (path === undefined || path.startsWith("/")) return;
      report({
        span: config,
        message: path === "" ? "The path after the colon is missing." : `"${path}" is not an absolute path.`,
        help: isBackend(backend)
          ? `Write ${backend || "file"}:/… with the whole path.`
          : `A list of values stands in braces: table ${asWord(name.value)} { "${config.value}" }.`,
      });
    },
  }),
});

/** Whether this is the type of a table; what is none was rather meant as a value, such as an IPv6 address. */
function isBackend(name: string): boolean {
  return name === "" || tableBackends.some((backend) => backend.name === name);
}
