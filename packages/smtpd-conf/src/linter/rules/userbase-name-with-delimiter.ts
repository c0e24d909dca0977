import type { SettingDirective } from "../../parser/ast/nodes.ts";
import { actionTable, isDaemonUser } from "../action.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";

export const userbaseNameWithDelimiter: Rule = defineRule({
  code: "userbase-name-with-delimiter",
  summary: "A user whose name has the delimiter of sub-addresses in it never gets mail.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis, report }) => {
    const { delimiter } = analysis.ruleset();
    const setting = model.configuration.lines.findLast(
      (line): line is SettingDirective => line.kind === "SettingDirective" && line.name === "smtp sub-addr-delim",
    );
    const related = setting?.value ? [{ span: setting.value, message: "This is the delimiter." }] : [];
    const visited = new Set<string>();
    return {
      ActionDirective: (line) => {
        const userbase = actionTable(line, "userbase");
        const name = userbase?.kind === "TableReference" ? userbase.name.value : undefined;
        if (userbase === undefined || (name !== undefined && visited.has(name))) return;
        if (name !== undefined) visited.add(name);
        forEachEntry(userbase, { model, tableFiles: analysis.tableFiles }, ({ key, keySpan }) => {
          const at = key.indexOf(delimiter);
          // The user of the daemon is looked up by the whole name, for commands in aliases.
          if (at < 0 || isDaemonUser(key)) return true;
          report({
            span: keySpan,
            message: `smtpd cuts user names at "${delimiter}" and looks for "${key.slice(0, at)}", so "${key}" never gets mail.`,
            help: 'Rename the user, or choose another delimiter with "smtp sub-addr-delim".',
            related,
          });
          return true;
        });
      },
    };
  },
});
