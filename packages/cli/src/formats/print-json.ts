import type {
  AskedFilters,
  EffectiveConfiguration,
  EffectiveListener,
  EffectiveOption,
  EffectiveStatement,
  Span,
  UnwrittenDefault,
  WrittenCondition,
  WrittenValue,
} from "smtpd-conf";
import { parseTableConfig } from "smtpd-conf";
import type { Output } from "../output.ts";
import { openIndexes } from "./block.ts";
import { linePlace } from "./line-place.ts";

/** What smtpd makes of a configuration for programs, described by `schema/print.schema.json`: one statement a line. */
export function writeConfiguration(effective: EffectiveConfiguration, output: Output): void {
  const { model, serverName, statements } = effective;
  const indexOf = openIndexes();
  const { sources } = model.configuration;
  const placeOf: PlaceOf = (line) => (line === undefined ? { line: null } : linePlace(line, sources, indexOf));
  const sections = Object.entries(kindsOf).map(([name, kind]) => {
    const shown = statements.flatMap((one) => (one.kind === kind ? [shownStatement(one, effective, placeOf)] : []));
    return `"${name}":[${shown.map((one) => `\n${JSON.stringify(one)}`).join(",")}\n]`;
  });
  const head = `"version":1,"target":${JSON.stringify(model.target)},"server_name":${JSON.stringify(serverName ?? null)}`;
  output.write(`{${[head, ...sections].join(",\n")}}\n`);
}

/** The sections of the output, with the statements that they hold. */
const kindsOf = {
  settings: "setting",
  limits: "limits",
  pki: "pki",
  ca: "ca",
  tables: "table",
  procs: "proc",
  filters: "filter",
  wrappers: "wrapper",
  listeners: "listener",
  actions: "action",
  rules: "rule",
} as const satisfies Readonly<Record<string, EffectiveStatement["kind"]>>;

/** Where a statement begins; no line where there is none. */
type PlaceOf = (line: Span | undefined) => object;

type Of<Kind extends EffectiveStatement["kind"]> = Extract<EffectiveStatement, { readonly kind: Kind }>;

function shownStatement(statement: EffectiveStatement, effective: EffectiveConfiguration, placeOf: PlaceOf): object {
  const place = placeOf(statement.line);
  switch (statement.kind) {
    case "setting":
      return { name: statement.name, values: statement.values.map(shownValue), ...place };
    case "limits":
      return { ...shownLimits(statement), ...place };
    case "pki":
      return { name: statement.name, options: statement.options.map(shownOption), ...place };
    case "ca":
      return { name: statement.name, cert: statement.cert, ...place };
    case "table":
      return { ...shownTable(statement, effective), ...place };
    case "proc":
      return { name: statement.line.name.value, ...shownProcess(statement.line), ...place };
    case "filter":
      return { ...shownFilter(statement), ...place };
    case "wrapper":
      return { name: statement.line.name.value, command: statement.line.command.value, ...place };
    case "listener":
      return { ...shownListener(statement), ...place };
    case "action":
      return { ...shownAction(statement), ...place };
    case "rule":
      return { ...shownRule(statement), ...place };
  }
}

function shownLimits({ scope, domain, families, limits }: Of<"limits">) {
  const numbers = Object.fromEntries(limits.map(([name, number]) => [name, Number(number)]));
  return { scope, domain: domain ?? null, limits: numbers, families };
}

function shownAction({ line, method, options, unwritten }: Of<"action">) {
  const shown = { method: shownOption(method), options: options.map(shownOption) };
  return { name: line.name.value, ...shown, defaults: shownDefaults(unwritten) };
}

function shownRule(statement: Of<"rule">) {
  const { rule, conditions } = statement;
  const shown = conditions.map((one) => ({ ...shownCondition(one), implicit: isImplicit(one, statement) }));
  return { rule: rule.number, conditions: shown, action: rule.action ?? null };
}

function shownTable({ line, table }: Of<"table">, { model }: EffectiveConfiguration) {
  const name = line.name.value;
  const kind = model.tables.get(name)?.kind ?? "unknown";
  const keys = table.kind === "KnownTable" ? table.keys : null;
  if (line.entries !== undefined)
    return { name, kind, backend: "static", file: null, ...shownEntries(line.entries), keys };
  const { backend, path: file = null } = parseTableConfig(line.config?.value ?? "");
  return { name, kind, backend, file, entries: null, keys };
}

type Argument = NonNullable<EffectiveOption["argument"]>;

function shownEntries({ entries }: Extract<Argument, { readonly kind: "InlineTable" }>) {
  return { entries: entries.map(({ key, value }) => (value === undefined ? key.value : [key.value, value.value])) };
}

function shownProcess({ command, options }: Of<"proc">["line"]) {
  const option = (name: string) =>
    (options.find((one) => one.name === name)?.argument as WrittenValue | undefined)?.value;
  return {
    command: command.value,
    user: option("user") ?? null,
    group: option("group") ?? null,
    chroot: option("chroot") ?? null,
  };
}

function shownFilter({ line }: Of<"filter">): object {
  const name = line.name.value;
  switch (line.kind) {
    case "ProcFilterDirective":
      return { name, kind: "proc", proc: line.proc.value };
    case "ProcExecFilterDirective":
      return { name, kind: "proc-exec", ...shownProcess({ ...line, kind: "ProcDirective" }) };
    case "ChainFilterDirective":
      return { name, kind: "chain", filters: line.filters.names.map(({ value }) => value) };
    case "PhaseFilterDirective": {
      const { not, regex, argument, name: condition } = line.condition;
      const asked = { negated: not !== undefined, name: condition, regex: regex !== undefined };
      const decision = { name: line.decision.name, value: shownArgument(line.decision.argument) };
      return {
        name,
        kind: "phase",
        phase: line.phase.value,
        condition: { ...asked, value: shownArgument(argument) },
        decision,
      };
    }
  }
}

function shownListener({ line, listener, options, unwritten, filters }: EffectiveListener) {
  return {
    interface: line?.interface?.value ?? null,
    exposure: listener?.exposure ?? "socket",
    port: listener?.port ?? null,
    tls: listener?.tls ?? "none",
    auth: listener?.auth ?? "none",
    tag: listener?.tag ?? "",
    filters: filters.map(shownFilters),
    options: options.map(shownOption),
    defaults: shownDefaults(unwritten),
  };
}

function shownFilters({ phase, members }: AskedFilters) {
  return { phase: phase ?? null, filters: members.map(({ name }) => name.value) };
}

function shownDefaults(defaults: readonly UnwrittenDefault[]) {
  return defaults.map(({ subject, text }) => ({ subject, text }));
}

function shownOption({ name, argument, suffix, suffixArgument, implicit }: EffectiveOption) {
  const behind = suffix === undefined ? {} : { suffix };
  const named = suffixArgument === undefined ? {} : { suffix_value: suffixArgument.value };
  return { name, value: shownArgument(argument), ...behind, ...named, implicit };
}

function shownCondition({ negated, scope, name, regex, argument }: WrittenCondition) {
  return { negated, scope: scope ?? null, name, regex, value: shownArgument(argument) };
}

/** `from local` and `for local` where nothing is written, and the `from any` of `from auth`. */
function isImplicit({ scope }: WrittenCondition, { rule }: Of<"rule">): boolean {
  return scope !== undefined && rule.conditions.find(({ name }) => name === scope)?.option === undefined;
}

/** A value; a table by its name, or as its entries; a list of filters. */
function shownArgument(argument: EffectiveOption["argument"]) {
  if (argument === undefined) return null;
  if (argument.kind === "TableReference") return { table: argument.name.value };
  if (argument.kind === "FilterList") return { filters: argument.names.map(({ value }) => value) };
  return argument.kind === "InlineTable" ? shownEntries(argument) : shownValue(argument);
}

function shownValue({ kind, value }: WrittenValue): string | number {
  return kind === "Number" ? Number(value) : value;
}
