import type { LookupService } from "../../language/lookup-services.ts";
import type { TableOperation, TableProgramInfo } from "../../language/table-programs.ts";
import type { TableUse } from "../../model/tables.ts";
import type { TableDirective } from "../../parser/ast/nodes.ts";
import { askedFor } from "../asked-for.ts";
import type { CheckContext, Problem } from "../check.ts";
import { oncePerModel } from "../once-per-model.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type ProgramTable, programTable, settingsOf } from "../table-program.ts";

export const tableProgramService: Rule = defineRule({
  code: "table-program-service",
  summary: "A table program has to be able to answer what smtpd asks it.",
  category: "type",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => {
    const settingsNow = oncePerModel(context, () => new Map<string, ReadonlySet<string> | undefined>());
    const keysOf = (table: ProgramTable) => {
      const settings = settingsNow();
      if (!settings.has(table.config.value)) {
        const found = settingsOf(table, context.analysis.tableFiles);
        settings.set(table.config.value, found && new Set(found.map(({ key }) => key)));
      }
      return settings.get(table.config.value);
    };
    return { TableUse: (use, { statement }) => checkUse(use, statement, keysOf, context) };
  },
});

/** The keys of the settings file of a table; undefined where they are not known. */
type KeyReader = (table: ProgramTable) => ReadonlySet<string> | undefined;

function checkUse(
  use: TableUse,
  statement: TableDirective | undefined,
  keysOf: KeyReader,
  context: CheckContext,
): void {
  const table = statement && programTable(statement);
  const service = serviceOf(use);
  if (statement === undefined || table === undefined || service === undefined) return;
  const fault = faultOf(table, service, operationOf(use), keysOf);
  if (fault === undefined) return;
  context.report({ span: use.argument, ...fault, related: [{ span: statement.name, message: "The table." }] });
}

/** What the table is asked for; undefined where that depends on the client, as whether a user name is an address. */
function serviceOf(use: TableUse): LookupService | undefined {
  const [service, ...others] = askedFor(use);
  if (service === "reverse name") return "netaddr";
  const isLogin = use.line.kind === "ListenDirective" && use.option.name.startsWith("auth");
  if (isLogin) return "credentials";
  return others.length === 0 ? service : undefined;
}

const fetched: readonly (TableUse["place"] | undefined)[] = ["relay src", "relay host"];

/** Rules and filters ask whether there is an entry, `src` and `host` for the next one, all others for a value. */
function operationOf({ place, line }: TableUse): TableOperation {
  if (place !== undefined && fetched.includes(place)) return "fetch";
  return line.kind === "MatchDirective" || line.kind === "PhaseFilterDirective" ? "check" : "lookup";
}

function faultOf(
  table: ProgramTable,
  service: LookupService,
  operation: TableOperation,
  keysOf: KeyReader,
): Pick<Problem, "message" | "help"> | undefined {
  const { program, path } = table;
  const info = program.services.find((candidate) => candidate.service === service);
  if (info === undefined || !info.operations.includes(operation)) return unable(program, service, operation);
  const keys = keysOf(table);
  const missing = keys && info.keys.find((key) => key.for.includes(operation) && !keys.has(key.name));
  if (missing === undefined) return undefined;
  return {
    message: `The file "${path}" has no "${missing.name}", so that table-${program.name} answers with an error here.`,
    help: `Add "${missing.name}" to the file.`,
  };
}

function unable({ name }: TableProgramInfo, service: LookupService, operation: TableOperation) {
  const what = {
    check: `whether it has an entry of the service "${service}"`,
    lookup: `for a value of the service "${service}"`,
    fetch: `for all entries of the service "${service}" in turn`,
  }[operation];
  return { message: `table-${name} cannot be asked ${what}, so that each look-up here fails.` };
}
