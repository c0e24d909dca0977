import {
  checks,
  isInPreset,
  presetNames,
  type Rule,
  type RuleOption,
  releases,
  rules,
  templateKinds,
} from "smtpd-conf";
import { failOnNames } from "../options.ts";
import type { ContentOf, Field, ListField, ObjectField, RecordField, RuleField, TextField } from "./fields.ts";

/** A path that leads neither up nor to the top. */
const pathBelow = "^(?!/)(?!(?:[\\s\\S]*/)?\\.\\.(?:/|$))[\\s\\S]+$";

const lines = [...new Set(releases.map((release) => release.split(".").slice(0, 2).join(".")))];

const target: TextField = {
  kind: "text",
  noun: `a release of OpenSMTPD: ${lines.join(", ")}, or in full such as 6.8.0p2`,
  pattern: `^(?:${lines.join("|").replaceAll(".", "\\.")})(?:\\.\\d+)?(?:p\\d+)?$`,
  examples: lines,
  summary: "The release that is to read the files, such as 7.4 or 6.8.0p2. The newest where nothing is said.",
};

const root: TextField = {
  kind: "text",
  noun: "a folder below that of the settings file",
  pattern: pathBelow,
  summary:
    "A folder below that of this file that holds the files of the mail server: /etc/mail/aliases is read there. Like --root.",
};

const define = {
  kind: "record",
  keys: { noun: "the name of a macro", pattern: "^\\w+$" },
  of: { kind: "text", noun: "a text without an equals sign, as smtpd -D takes it", pattern: "^[^=]*$" },
  summary: "Macros that are defined before a file is read, as smtpd -D does.",
} as const satisfies RecordField;

const preset = {
  kind: "choice",
  choices: presetNames,
  summary: "The rules that give advice: recommended where nothing is said.",
} as const satisfies Field;

const glob: TextField = { kind: "text", noun: "a glob" };

function globs(summary: string) {
  return { kind: "list", of: glob, summary } as const satisfies ListField;
}

const rulesField = {
  kind: "object",
  id: "rules",
  unknown: "There is no rule",
  fields: Object.fromEntries(rules.map((rule) => [rule.code, fieldOfRule(rule)])) as Readonly<
    Record<string, RuleField>
  >,
  whyNot: (code) =>
    checks.some((check) => check.code === code)
      ? `smtpd refuses what "${code}" reports: that cannot be switched.`
      : undefined,
  summary: 'What to do with single rules: "off", "on", a severity, or [severity, { options }].',
} as const satisfies ObjectField;

const template = {
  kind: "choice",
  choices: [...templateKinds, "none"],
  summary: "The language that the files are templates in, or none. Their names say it where nothing is said.",
} as const satisfies Field;

/** What can be said for some files alone. */
const ofFiles = { target, root, define, preset, rules: rulesField, template } as const;

const overrides = {
  kind: "list",
  of: {
    kind: "object",
    unknown: "For some files there is no setting",
    fields: {
      files: {
        ...globs("The files that this is for. A glob without a slash means files of that name anywhere."),
        filled: true,
      },
      ...ofFiles,
    },
    required: ["files"],
  },
  summary: "What else counts for some of the files. Of two that say something of a file, the later counts.",
} as const satisfies ListField;

/** Everything that a settings file can say. */
export const settingsField = {
  kind: "object",
  unknown: "There is no setting",
  fields: {
    $schema: { kind: "text", noun: "the place of a schema", summary: "Where editors find what can stand here." },
    ...ofFiles,
    files: {
      ...globs(
        "The files that a folder on the command line means: smtpd.conf, smtpd-*.conf, *.smtpd.conf and templates of these where nothing is said.",
      ),
      filled: true,
    },
    ignores: globs("Files and folders that are left out where folders are searched."),
    overrides,
    failOn: {
      kind: "choice",
      choices: failOnNames,
      summary: "The severity from which on a finding makes the exit status 1. Like --fail-on.",
    },
    maxWarnings: {
      kind: "number",
      minimum: 0,
      maximum: 1_000_000,
      summary: "More warnings than this make the exit status 1. Like --max-warnings.",
    },
    baseline: {
      kind: "text",
      noun: "a file below the folder of the settings file",
      pattern: pathBelow,
      summary: "The file of findings that were there before and are not reported. Like --baseline.",
    },
  },
} as const satisfies ObjectField;

/** What a settings file says. */
export type SettingsContent = ContentOf<typeof settingsField>;

/** What a settings file says of some files. */
export type FilesContent = ContentOf<{ readonly kind: "object"; readonly fields: typeof ofFiles }>;

function fieldOfRule(rule: Rule): RuleField {
  const { code, summary, severity, options } = rule;
  const presets = presetNames.filter((name) => name !== "all" && isInPreset(rule, name));
  const sets = presets.length === 0 ? "on in no set but all" : `on in ${presets.join(", ")}`;
  const fields = Object.entries(options ?? {}).map(([name, option]) => [name, fieldOfOption(option)]);
  const known: ObjectField | undefined = options && {
    kind: "object",
    unknown: `"${code}" has no option`,
    fields: Object.fromEntries(fields),
  };
  return { kind: "rule", options: known, summary: `${summary} (${severity}; ${sets})` };
}

function fieldOfOption(option: RuleOption): Field {
  const summary = `${option.summary} Default: ${JSON.stringify(option.default)}.`;
  switch (option.kind) {
    case "number":
      return { kind: "number", minimum: option.minimum, maximum: option.maximum, summary };
    case "choice":
      return { kind: "choice", choices: option.choices, summary };
    case "choices":
      return { kind: "list", of: { kind: "choice", choices: option.choices }, summary };
    case "ports":
      return { kind: "list", of: { kind: "number", minimum: 1, maximum: 65535 }, summary };
    default:
      return { kind: "list", of: { kind: "text", ...pick(option.syntax) }, summary };
  }
}

function pick({ noun, pattern, example }: { noun: string; pattern: string; example: string }): Omit<TextField, "kind"> {
  return { noun: `${noun}, such as ${example}`, pattern };
}
