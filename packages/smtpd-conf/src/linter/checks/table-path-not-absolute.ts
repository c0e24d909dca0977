import { parseTableConfig } from "../../model/tables.ts";
import { type Check, defineCheck } from "../check.ts";

export const tablePathNotAbsolute: Check = defineCheck({
  code: "table-path-not-absolute",
  summary: "What follows the colon of a table's type is an absolute path.",
  create: ({ report }) => ({
    TableDirective: ({ config }) => {
      if (config === undefined) return;
      const { backend, path } = parseTableConfig(config.value);
      if (path === undefined || path.startsWith("/")) return;
      report({
        span: config,
        message: path === "" ? "The path behind the colon is missing." : `"${path}" is not an absolute path.`,
        help: `Write ${backend || "file"}:/… with the whole path.`,
      });
    },
  }),
});
