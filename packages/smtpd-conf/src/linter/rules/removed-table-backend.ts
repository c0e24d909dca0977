import { tableBackends } from "../../language/table-backends.ts";
import { parseTableConfig } from "../../model/tables.ts";
import { defineRule, type Rule } from "../rule.ts";

export const removedTableBackend: Rule = defineRule({
  code: "removed-table-backend",
  summary: "The program of a table for releases up to 7.5 no longer works from 7.6 on.",
  category: "deprecated",
  severity: "info",
  recommended: false,
  strict: true,
  since: "7.6",
  scope: "statement",
  create: ({ report }) => ({
    TableDirective: ({ config }) => {
      if (config === undefined || !isServedByProgram(parseTableConfig(config.value).backend)) return;
      report({
        span: config,
        message:
          "From 7.6 on smtpd speaks another protocol with this program: one for an older release ends the daemon.",
        help: "Look whether the program is made for 7.6 or later.",
      });
    },
  }),
});

function isServedByProgram(backend: string): boolean {
  const info = tableBackends.find(({ name }) => name === backend);
  return backend === "proc" || info?.origin !== "built-in";
}
