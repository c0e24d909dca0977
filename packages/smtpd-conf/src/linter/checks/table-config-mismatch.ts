import { parseTableConfig } from "../../model/tables.ts";
import { type Check, defineCheck } from "../check.ts";

export const tableConfigMismatch: Check = defineCheck({
  code: "table-config-mismatch",
  summary: "A db table needs a path, and getpwnam takes none.",
  create: ({ report }) => ({
    TableDirective: ({ config }) => {
      if (config === undefined) return;
      const { backend, path } = parseTableConfig(config.value);
      if (backend === "db" && path === undefined) {
        report({
          span: config,
          message: "A db table needs the path of its database.",
          help: "Write db:/path/to/file.db.",
        });
      }
      if (backend === "getpwnam" && path?.startsWith("/")) {
        report({ span: config, message: "The getpwnam table takes no path.", help: "Write getpwnam alone." });
      }
    },
  }),
});
