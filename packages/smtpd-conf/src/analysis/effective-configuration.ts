import { pkiParameters } from "../language/statements.ts";
import type { Model } from "../model/model.ts";
import type { Definition } from "../model/symbols.ts";
import type {
  ActionDirective,
  CaDirective,
  FilterDirective,
  Line,
  ListenDirective,
  PkiDirective,
  ProcDirective,
  TableDirective,
  WrapperDirective,
} from "../parser/ast/nodes.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import type { Analysis } from "./analysis.ts";
import { type EffectiveListener, effectiveListeners } from "./effective-listeners.ts";
import {
  type EffectiveOption,
  effectiveActionOptions,
  givenOptions,
  type UnwrittenDefault,
} from "./effective-options.ts";
import {
  defaultLimits,
  defaultSettings,
  type EffectiveLimits,
  type EffectiveSetting,
  type EffectiveValues,
  openValues,
} from "./effective-settings.ts";
import { fullForm } from "./shortest-form.ts";
import type { WrittenCondition } from "./written-condition.ts";

/** What smtpd makes of a configuration: macros and includes resolved, defaults filled in, what is replaced left out. */
export interface EffectiveConfiguration {
  readonly model: Model;
  /** The server name; undefined where it is not known. */
  readonly serverName: string | undefined;
  /** In the order in which smtpd reads them. What is in force without a statement comes last. */
  readonly statements: readonly EffectiveStatement[];
}

export type EffectiveStatement =
  | EffectiveSetting
  | EffectiveLimits
  | EffectivePki
  | EffectiveCa
  | EffectiveTable
  | EffectiveFilter
  | EffectiveListener
  | EffectiveAction
  | EffectiveRule
  | Verbatim<"wrapper", WrapperDirective>
  | Verbatim<"proc", ProcDirective>;

/** A statement that has no defaults. */
interface Verbatim<Kind, Directive> {
  readonly kind: Kind;
  readonly line: Directive;
}

/** All statements about one `pki`. */
export interface EffectivePki {
  readonly kind: "pki";
  readonly name: string;
  readonly options: readonly EffectiveOption[];
  /** The first of them. */
  readonly line: PkiDirective;
}

export interface EffectiveCa {
  readonly kind: "ca";
  readonly name: string;
  /** The path of the last statement about it. */
  readonly cert: string;
  /** The first of them. */
  readonly line: CaDirective;
}

export interface EffectiveTable {
  readonly kind: "table";
  readonly line: TableDirective;
  /** With its keys, where they are in the configuration or in a file that was read. */
  readonly table: RuntimeTable;
}

export interface EffectiveFilter {
  readonly kind: "filter";
  readonly line: FilterDirective;
}

export interface EffectiveAction {
  readonly kind: "action";
  readonly line: ActionDirective;
  readonly method: EffectiveOption;
  readonly options: readonly EffectiveOption[];
  readonly unwritten: readonly UnwrittenDefault[];
}

export interface EffectiveRule {
  readonly kind: "rule";
  readonly line: MatchRule["directive"];
  readonly rule: MatchRule;
  readonly conditions: readonly WrittenCondition[];
}

/** What is not in the text. */
export interface EffectiveFacts {
  readonly serverName?: string | undefined;
}

/** Works out what smtpd makes of a configuration that it accepts. */
export function effectiveConfiguration(
  model: Model,
  analysis: Analysis,
  { serverName }: EffectiveFacts = {},
): EffectiveConfiguration {
  const { lines } = model.configuration;
  const listeners = effectiveListeners(model, analysis, serverName);
  const byLine = new Map(listeners.map((listener) => [listener.line, listener]));
  const rules = new Map(analysis.ruleset().rules.map((rule) => [rule.directive, rule]));
  const values = openValues(model);
  const opening: Opening = { model, analysis, serverName, listeners: byLine, rules, values };
  const stated = lines.flatMap((line) => statementOf(line, opening) ?? []);
  return { model, serverName, statements: [...stated, ...unstated(stated, opening)] };
}

interface Opening {
  readonly model: Model;
  readonly analysis: Analysis;
  readonly serverName: string | undefined;
  /** By their statements; the socket that no statement is about by none. */
  readonly listeners: ReadonlyMap<ListenDirective | undefined, EffectiveListener>;
  readonly rules: ReadonlyMap<Line, MatchRule>;
  readonly values: EffectiveValues;
}

function statementOf(line: Line, opening: Opening): EffectiveStatement | undefined {
  switch (line.kind) {
    case "SettingDirective":
    case "BounceDirective":
      return opening.values.settingOf(line);
    case "LimitDirective":
      return opening.values.limitsOf(line);
    case "PkiDirective":
      return pkiOf(line, opening);
    case "CaDirective":
      return caOf(line, opening);
    case "TableDirective":
      return { kind: "table", line, table: opening.analysis.ruleset().tables.named(line.name.value) };
    case "WrapperDirective":
      return { kind: "wrapper", line };
    case "ProcDirective":
      return { kind: "proc", line };
    case "ProcFilterDirective":
    case "ProcExecFilterDirective":
    case "PhaseFilterDirective":
    case "ChainFilterDirective":
      return { kind: "filter", line };
    case "ListenDirective":
      return opening.listeners.get(line);
    case "ActionDirective":
      return actionOf(line, opening);
    case "MatchDirective":
      return ruleOf(line, opening);
    default:
      return undefined;
  }
}

function pkiOf(line: PkiDirective, { model }: Opening): EffectivePki | undefined {
  const named = sameName(line, "pki", model);
  if (named.find(isPki)?.line !== line) return undefined;
  const given = named.filter(isPki).flatMap((one) => one.line.options);
  const lastOf = new Map(given.map((option) => [option.name, option]));
  const last = given.filter((option) => lastOf.get(option.name) === option);
  return { kind: "pki", name: lowerCase(line.name.value), options: givenOptions(last, pkiParameters), line };
}

function caOf(line: CaDirective, { model }: Opening): EffectiveCa | undefined {
  const named = sameName(line, "ca", model);
  if (named.find(isCa)?.line !== line) return undefined;
  const last = named.findLast(isCa)?.line ?? line;
  return { kind: "ca", name: lowerCase(line.name.value), cert: last.cert.value, line };
}

function sameName({ name }: PkiDirective | CaDirective, space: "pki" | "ca", model: Model): readonly Definition[] {
  return model.symbols().get(space)?.get(lowerCase(name.value))?.definitions ?? [];
}

function isPki(definition: Definition): definition is Definition & { readonly line: PkiDirective } {
  return definition.line.kind === "PkiDirective";
}

function isCa(definition: Definition): definition is Definition & { readonly line: CaDirective } {
  return definition.line.kind === "CaDirective";
}

/** As smtpd does it: ASCII only. */
function lowerCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function actionOf(line: ActionDirective, { model, serverName }: Opening): EffectiveAction {
  return { kind: "action", line, ...effectiveActionOptions(line, model, serverName) };
}

function ruleOf(line: MatchRule["directive"], { rules }: Opening): EffectiveRule | undefined {
  const rule = rules.get(line);
  return rule === undefined ? undefined : { kind: "rule", line, rule, conditions: fullForm(rule) };
}

/** What is in force although no statement says so. */
function unstated(
  stated: readonly EffectiveStatement[],
  { model, serverName, listeners }: Opening,
): readonly EffectiveStatement[] {
  return [
    ...[listeners.get(undefined)].filter((listener) => listener !== undefined),
    ...defaultSettings(
      stated.filter((one) => one.kind === "setting"),
      model,
      serverName,
    ),
    ...defaultLimits(stated.filter((one) => one.kind === "limits")),
  ];
}
