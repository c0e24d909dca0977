import { defaultBounceDelay } from "../language/bounce-delays.ts";
import { mostBounceDelays } from "../language/lexical-limits.ts";
import { type LimitScope, limits } from "../language/limits.ts";
import { type Availability, isAvailable } from "../language/releases.ts";
import { type SettingInfo, settingName, settings } from "../language/settings.ts";
import type { Model } from "../model/model.ts";
import type { BounceDirective, LimitDirective, Line, SettingDirective } from "../parser/ast/nodes.ts";
import { groupedBy } from "../parser/grouped-by.ts";
import { serverNameDefault, type WrittenValue } from "./effective-options.ts";

/** One value of the daemon: `queue ttl` and the like, and `bounce warn-interval`. */
export interface EffectiveSetting {
  readonly kind: "setting";
  readonly name: string;
  /** None where the words say all. */
  readonly values: readonly WrittenValue[];
  /** The statement that has the last word; undefined for a default. */
  readonly line: SettingDirective | BounceDirective | undefined;
}

/** The limits of one statement that no later one replaces, or those that none sets. */
export interface EffectiveLimits {
  readonly kind: "limits";
  readonly scope: LimitScope;
  readonly domain: string | undefined;
  readonly limits: readonly (readonly [name: string, number: string])[];
  readonly families: readonly string[];
  /** Undefined for defaults. */
  readonly line: LimitDirective | undefined;
}

/** What the statements of a configuration set, each worked out with all that are like it. */
export interface EffectiveValues {
  /** Undefined for all statements about a value but the first. */
  readonly settingOf: (line: ValueStatement) => EffectiveSetting | undefined;
  /** Undefined where later statements replace all that one sets. */
  readonly limitsOf: (line: LimitDirective) => EffectiveLimits | undefined;
}

type ValueStatement = SettingDirective | BounceDirective;

/** Looks for the statements of a configuration that are like each other. */
export function openValues({ configuration: { lines } }: Model): EffectiveValues {
  const byName = groupedBy(lines.filter(isSetting), nameOf);
  const lastLimits = openLastLimits(lines.filter((line) => line.kind === "LimitDirective"));
  return {
    settingOf: (line) => settingOf(line, byName.get(nameOf(line)) ?? []),
    limitsOf: (line) => limitsOf(line, lastLimits(line)),
  };
}

/** The last statement counts, but it stands where the first one does: `srs key` has to be above the actions. */
function settingOf(line: ValueStatement, alike: readonly ValueStatement[]): EffectiveSetting | undefined {
  const name = nameOf(line);
  if (alike[0] !== line) return undefined;
  const last = alike.findLast((other) => valuesOf(other).length > 0) ?? line;
  return { kind: "setting", name, values: valuesOf(last), line: last };
}

function isSetting(line: Line): line is ValueStatement {
  return line.kind === "SettingDirective" || line.kind === "BounceDirective";
}

function nameOf(line: ValueStatement): string {
  return line.kind === "BounceDirective" ? bounceName : line.name;
}

const bounceName = "bounce warn-interval";

function valuesOf(line: ValueStatement): readonly WrittenValue[] {
  if (line.kind === "BounceDirective") return line.delays.slice(0, mostBounceDelays);
  return line.value === undefined ? [] : [line.value];
}

function limitsOf(line: LimitDirective, last: LastLimits): EffectiveLimits | undefined {
  const { scope, domain } = line;
  const kept = line.limits.filter((limit) => last.limits.get(limit.name.value) === limit);
  const families = last.families === line ? line.options.slice(-1) : [];
  if (kept.length === 0 && families.length === 0 && domain === undefined) return undefined;
  return {
    kind: "limits",
    scope,
    domain: domain?.value,
    limits: kept.map(({ name, value }) => [name.value, value.value]),
    families: families.map(({ name }) => name),
    line,
  };
}

/** What counts of several statements in the end. */
interface LastLimits {
  /** By their names. */
  readonly limits: ReadonlyMap<string, LimitDirective["limits"][number]>;
  /** The last statement that says by which protocols to connect. */
  readonly families: LimitDirective | undefined;
}

/**
 * Finds what counts of the statements that can replace what one sets. The first statement for a domain copies the general
 * limits of that moment, so where there is one these are left as they are.
 */
function openLastLimits(lines: readonly LimitDirective[]): (line: LimitDirective) => LastLimits {
  const copied = new Set(lines.flatMap(({ scope, domain }) => (domain === undefined ? [] : [scope])));
  const keyOf = ({ scope, domain }: LimitDirective) => JSON.stringify([scope, domain?.value]);
  const last = new Map([...groupedBy(lines, keyOf)].map(([key, alike]) => [key, lastOf(alike)]));
  return (line) => {
    const isCopied = line.domain === undefined && copied.has(line.scope);
    return (isCopied ? undefined : last.get(keyOf(line))) ?? lastOf([line]);
  };
}

function lastOf(lines: readonly LimitDirective[]): LastLimits {
  return {
    limits: new Map(lines.flatMap(({ limits: all }) => all.map((limit) => [limit.name.value, limit] as const))),
    families: lines.findLast(({ options }) => options.length > 0),
  };
}

/** The settings that no statement sets, as far as their defaults are values. */
export function defaultSettings(
  set: readonly EffectiveSetting[],
  model: Model,
  serverName: string | undefined,
): readonly EffectiveSetting[] {
  const isSet = (wanted: string) => set.some(({ name }) => name === wanted);
  const left = settings.filter((info) => isInForce(info, model, isSet) && !isSet(settingName(info)));
  const delay = setting(bounceName, { kind: "String", value: defaultBounceDelay });
  return [...(isSet(bounceName) ? [] : [delay]), ...left.flatMap((info) => defaultSetting(info, serverName))];
}

/** The limits that no general statement sets, a statement for each scope. */
export function defaultLimits(set: readonly EffectiveLimits[]): readonly EffectiveLimits[] {
  return (Object.keys(limits) as LimitScope[]).flatMap((scope) => {
    const own = set.filter((one) => one.scope === scope && one.domain === undefined).flatMap((one) => one.limits);
    const left = limits[scope].filter(({ name }) => !own.some(([other]) => other === name));
    const numbers = left.map((info) => [info.name, String(info.default)] as const);
    const line: EffectiveLimits = {
      kind: "limits",
      scope,
      domain: undefined,
      limits: numbers,
      families: [],
      line: undefined,
    };
    return left.length === 0 ? [] : [line];
  });
}

/** Whether a setting means anything: without a key there is no SRS. */
function isInForce(info: SettingInfo & Availability, { target }: Model, isSet: (name: string) => boolean): boolean {
  return isAvailable(info, target) && (info.words[0] !== "srs" || isSet("srs key"));
}

function setting(name: string, value: WrittenValue): EffectiveSetting {
  return { kind: "setting", name, values: [value], line: undefined };
}

/** A default that is a value; what is only described (`off`) is no statement. */
function defaultSetting(info: SettingInfo, serverName: string | undefined): readonly EffectiveSetting[] {
  const name = settingName(info);
  if (info.argument === "none" || info.default === undefined || info.optional) return [];
  if (info.default === serverNameDefault) {
    return serverName === undefined ? [] : [setting(name, { kind: "String", value: serverName })];
  }
  if (info.default.includes(" ")) return [];
  return [setting(name, { kind: info.argument === "number" ? "Number" : "String", value: info.default })];
}
