import { join } from "node:path";
import { newestRelease, type PresetName, parseRelease, type RuleSelection } from "smtpd-conf";
import type { FileSettings } from "../file-settings.ts";
import type { Options } from "../options.ts";
import type { RuleSetting } from "./fields.ts";
import type { FilesContent } from "./settings-fields.ts";

/** What the command line says of all files. */
export type SaidOptions = Pick<
  Options,
  "target" | "definitions" | "surroundings" | "rules" | "verdictOnly" | "template"
>;

/** What one place says of a file: a settings file, or an entry of its `overrides`. */
export interface Layer {
  readonly content: FilesContent;
  /** What it is called: `.smtpd-lintrc.json`, `.smtpd-lintrc.json: overrides[0]`. */
  readonly from: string;
  /** What its folders are relative to. */
  readonly folder: string;
}

/** How a file is to be checked: the command line goes before the layers, a later layer before an earlier one. */
export function combineSettings(said: SaidOptions, layers: readonly Layer[]): FileSettings {
  const target = layers.findLast(({ content }) => content.target !== undefined)?.content.target;
  const rooted = layers.findLast(({ content }) => content.root !== undefined);
  const root = rooted?.content.root;
  const namedTarget = said.target ?? (target === undefined ? undefined : parseRelease(target));
  return {
    target: namedTarget ?? newestRelease,
    namedTarget,
    definitions: combineDefinitions(said, layers),
    surroundings:
      said.surroundings ??
      (rooted === undefined || root === undefined
        ? { kind: "none" }
        : { kind: "root", folder: join(rooted.folder, root) }),
    rules: said.verdictOnly ? { preset: "none" } : combineRules(said, layers),
    template: said.template ?? layers.findLast(({ content }) => content.template !== undefined)?.content.template,
  };
}

/** `name=value` each, a name once: smtpd itself would take the first. */
function combineDefinitions({ definitions }: SaidOptions, layers: readonly Layer[]): readonly string[] {
  const defined = new Map(layers.flatMap(({ content }) => Object.entries(content.define ?? {})));
  for (const definition of definitions) defined.delete(definition.slice(0, definition.lastIndexOf("=")));
  return [...definitions, ...[...defined].map(([name, value]) => `${name}=${value}`)];
}

/** Rules that are being put together from what several places say. */
interface Rules {
  preset: PresetName;
  /** Codes that are on or off whatever the set says. */
  readonly switched: Map<string, boolean>;
  readonly severities: Map<string, NonNullable<RuleSelection["severities"]>[string]>;
  readonly options: Map<string, NonNullable<RuleSelection["options"]>[string]>;
}

function combineRules(
  { rules: { preset, enable = [], disable = [] } }: SaidOptions,
  layers: readonly Layer[],
): RuleSelection {
  const rules: Rules = { preset: "recommended", switched: new Map(), severities: new Map(), options: new Map() };
  for (const { content } of layers) {
    choosePreset(rules, content.preset);
    for (const [code, setting] of Object.entries(content.rules ?? {})) if (setting) applySetting(rules, code, setting);
  }
  choosePreset(rules, preset);
  for (const code of enable) rules.switched.set(code, true);
  for (const code of disable) rules.switched.set(code, false);
  return selectionFrom(rules);
}

/** A set begins anew: what was switched before does not count. Severities and options stay. */
function choosePreset(rules: Rules, preset: PresetName | undefined): void {
  if (preset === undefined) return;
  rules.preset = preset;
  rules.switched.clear();
}

function applySetting({ switched, severities, options }: Rules, code: string, setting: RuleSetting): void {
  const [level, given] = typeof setting === "string" ? [setting, undefined] : setting;
  switched.set(code, level !== "off");
  if (level !== "off" && level !== "on") severities.set(code, level);
  if (given !== undefined) options.set(code, { ...options.get(code), ...given });
}

function selectionFrom({ preset, switched, severities, options }: Rules): RuleSelection {
  const codes = [...switched];
  return {
    preset,
    enable: codes.flatMap(([code, on]) => (on ? [code] : [])),
    disable: codes.flatMap(([code, on]) => (on ? [] : [code])),
    ...(severities.size > 0 && { severities: Object.fromEntries(severities) }),
    ...(options.size > 0 && { options: Object.fromEntries(options) }),
  };
}
