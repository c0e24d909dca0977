import type { Setting } from "../../model/settings-file.ts";
import { parseTableConfig, type TableUse } from "../../model/tables.ts";
import type { TableDirective } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import type { CheckContext, Problem } from "../check.ts";
import type { Machine } from "../machine.ts";
import { defineRule, type Rule } from "../rule.ts";
import { programTable, settingsOf } from "../table-program.ts";

export const secretFileReadable: Rule = defineRule({
  code: "secret-file-readable",
  summary: "A file of passwords should not be readable by everybody on the machine.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  remembers: true,
  create: (context) => {
    const visited = new Set<TableDirective>();
    if (context.machine === undefined) return {};
    return {
      TableDirective: (table) => checkSettings(table, context),
      TableUse: (use, { statement }) => {
        if (statement === undefined || !holdsPasswords(use) || visited.has(statement)) return;
        visited.add(statement);
        checkFile(statement, use, context);
      },
    };
  },
});

function holdsPasswords({ place, option, line }: TableUse): boolean {
  if (place === "relay auth") return true;
  return line.kind === "ListenDirective" && (option.name === "auth" || option.name === "auth-optional");
}

/** The settings of a table program can hold the password of its database. */
function checkSettings(statement: TableDirective, { machine, analysis, report }: CheckContext): void {
  const table = programTable(statement);
  if (table === undefined || machine === undefined || !canEverybodyRead(table.path, machine)) return;
  const secrets = table.program.keys.filter(({ secret }) => secret).map(({ name }) => name);
  const settings = settingsOf(table, analysis.tableFiles) ?? [];
  const holdsSecret = ({ key, value }: Setting) =>
    secrets.includes(key) && (key !== "conninfo" || /password/i.test(value ?? ""));
  if (settings.some(holdsSecret)) report(problemOf(table.config, table.path, "the password of a database"));
}

/** The backends whose path is the file with the entries. */
const backends = ["static", "file", "db", "passwd"];

function checkFile({ config }: TableDirective, { place }: TableUse, { machine, report }: CheckContext): void {
  if (config === undefined || machine === undefined) return;
  const { backend, path } = parseTableConfig(config.value);
  if (!backends.includes(backend) || !path?.startsWith("/") || !canEverybodyRead(path, machine)) return;
  const what = place === "relay auth" ? "passwords" : "password hashes";
  report(problemOf(config, path, what));
}

function problemOf(span: Span, path: string, content: string): Problem {
  return {
    span,
    message: `Everybody on this machine can read "${path}", which holds ${content}.`,
    help: "Give it to root and to the group of the daemon, _smtpd or smtpd, with mode 0640.",
  };
}

/** Whether others may read the file, and may pass through all of the folders that it lies in. */
function canEverybodyRead(path: string, { fileMode }: Machine): boolean {
  const mode = fileMode?.(path);
  if (mode === undefined || (mode & 0o004) === 0) return false;
  const names = path.split("/").slice(1, -1);
  return names.every((_name, index) => {
    const folder = fileMode?.(`/${names.slice(0, index + 1).join("/")}`);
    return folder === undefined || (folder & 0o001) !== 0;
  });
}
