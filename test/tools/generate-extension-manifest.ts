import { newestRelease, type PresetName, presetNames, type Rule, releases, rules } from "smtpd-conf";
import { schemaOf } from "../../packages/cli/src/settings/json-schema.ts";
import { settingsField } from "../../packages/cli/src/settings/settings-fields.ts";

interface Setting {
  readonly [key: string]: unknown;
  enum?: readonly string[];
  enumDescriptions?: readonly string[];
  default?: unknown;
  propertyNames?: object;
  properties?: object;
  additionalProperties?: object;
}

interface Manifest {
  readonly contributes: { readonly configuration: readonly { readonly properties: Record<string, Setting> }[] };
}

const presetDescriptions: Readonly<Record<PresetName, string>> = {
  recommended: "What hardly anybody would mind.",
  strict: "That, and what a careful team wants besides.",
  security: "What guards against relaying, forged senders, and the loss of secrets or of TLS, and nothing else.",
  all: "All of them.",
  none: "None: only what smtpd refuses.",
};

/** The manifest of the extension, with what the catalogue knows in it: releases, sets of rules, rules. */
export function refreshExtensionManifest(current: string): string {
  const manifest: Manifest = JSON.parse(current);
  Object.assign(settingOf(manifest, "smtpd-lint.targetRelease"), releaseChoices());
  Object.assign(settingOf(manifest, "smtpd-lint.lint.preset"), {
    enum: presetNames,
    enumDescriptions: presetNames.map((name) => presetDescriptions[name]),
  });
  Object.assign(settingOf(manifest, "smtpd-lint.lint.rules"), ruleChoices());
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function settingOf({ contributes }: Manifest, name: string): Setting {
  const found = contributes.configuration.map(({ properties }) => properties[name]).find(Boolean);
  if (found === undefined) throw new Error(`the extension has no setting ${name}`);
  return found;
}

function releaseChoices(): Setting {
  const newestFirst = [...releases].reverse();
  return {
    enum: ["auto", ...newestFirst],
    enumDescriptions: [`What the project's .smtpd-lintrc.json says, or else the newest, ${newestRelease}.`],
  };
}

const levels = { enum: ["off", "on", "hint", "info", "warning", "error"] };

/** Editors offer the names of the rules with these descriptions, and report any other name. */
function ruleChoices(): Setting {
  const withOptions = rules.filter(({ options }) => options !== undefined);
  return {
    propertyNames: { enum: rules.map(({ code }) => code), enumDescriptions: rules.map(describe) },
    properties: Object.fromEntries(withOptions.map(({ code }) => [code, levelAndOptions(code)])),
    additionalProperties: levels,
  };
}

interface RuleSchema {
  readonly anyOf: readonly [object, { readonly prefixItems: readonly [object, object] }];
}

const { $defs } = schemaOf(settingsField) as {
  readonly $defs: { readonly rules: { readonly properties: Readonly<Record<string, RuleSchema>> } };
};

/** As the schema of settings files has it, in the older words that settings of an editor are described with. */
function levelAndOptions(code: string): object {
  const [, pair] = $defs.rules.properties[code]?.anyOf ?? [];
  if (pair === undefined) throw new Error(`the schema of settings has no options of ${code}`);
  return { anyOf: [levels, { type: "array", items: [levels, pair.prefixItems[1]], minItems: 2, maxItems: 2 }] };
}

function describe({ summary, severity }: Rule): string {
  return `${summary} (${severity})`;
}
