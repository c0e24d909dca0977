import { parseRelease, presetNames, type Release } from "smtpd-conf";
import { defaultSettings, type ServiceSettings } from "smtpd-conf-language-service";
import { type ContentOf, type ObjectField, readField, readJson, settingsField } from "smtpd-lint";

/** The name of the section that holds our settings in an editor. */
export const settingsSection = "smtpd-lint";

/** A switch is read as a choice of two values. */
const onOff = { kind: "choice", choices: [true, false] as unknown as readonly string[] } as const;

const { preset, rules } = settingsField.fields;

/** Everything that an editor can set, below `smtpd-lint`. */
export const serverSettingsField = {
  kind: "object",
  unknown: "There is no setting",
  fields: {
    enable: onOff,
    targetRelease: { kind: "text", noun: 'a release of OpenSMTPD such as "7.6", or "auto"' },
    allowedFolders: { kind: "list", of: { kind: "text", noun: "a whole path", pattern: "^(?:/|[A-Za-z]:[\\\\/])" } },
    lint: {
      kind: "object",
      unknown: "There is no setting",
      fields: { run: { kind: "choice", choices: ["onType", "onSave"] }, preset, rules },
    },
    inlayHints: {
      kind: "object",
      unknown: "There is no inlay hint",
      fields: { implicitConditions: onOff, defaultPorts: onOff, ruleNumbers: onOff, macroValues: onOff },
    },
    codeLens: {
      kind: "object",
      unknown: "There is no code lens",
      fields: { references: onOff, reachability: onOff, relay: onOff },
    },
    format: { kind: "object", unknown: "There is no setting", fields: { enable: onOff, onSave: onOff } },
    trace: { kind: "object", unknown: "There is no setting", fields: { server: { kind: "text", noun: "a word" } } },
  },
} as const satisfies ObjectField;

/** What an editor has set, as it was sent. */
type SentSettings = Partial<ContentOf<typeof serverSettingsField>>;

/** What users have set in their editor for a file. */
export interface ServerSettings {
  readonly enable: boolean;
  /** Undefined where the settings file of the project says it, or nobody. */
  readonly target: Release | undefined;
  /** Folders outside the workspace whose files may be read. */
  readonly allowedFolders: readonly string[];
  /** Whether findings are told while somebody writes, or when a file is saved. */
  readonly run: "onType" | "onSave";
  /** What a settings file of the project goes before. */
  readonly lint: Pick<NonNullable<SentSettings["lint"]>, "preset" | "rules">;
  readonly service: ServiceSettings;
  readonly format: boolean;
  /** Whether a text is laid out before it is saved, for editors that cannot see to that themselves. */
  readonly formatOnSave: boolean;
}

export const noSettings: ServerSettings = {
  enable: true,
  target: undefined,
  allowedFolders: [],
  run: "onType",
  lint: {},
  service: defaultSettings,
  format: true,
  formatOnSave: false,
};

/** Reads what an editor has sent, and says in sentences what is wrong with it. What is wrong counts as not said. */
export function readServerSettings(sent: unknown): {
  readonly settings: ServerSettings;
  readonly problems: readonly string[];
} {
  if (typeof sent !== "object" || sent === null) return { settings: noSettings, problems: [] };
  const { root } = readJson(JSON.stringify(sent));
  const problems: { readonly offset: number; readonly message: string }[] = [];
  const content = (root && readField(root, serverSettingsField, problems)) as SentSettings | undefined;
  const target = readTarget(content?.targetRelease);
  const sentences = problems.map(({ message }) => message);
  if (target === "unknown") sentences.push(`"${content?.targetRelease}" is not a release of OpenSMTPD.`);
  return { settings: settingsFrom(content ?? {}, target === "unknown" ? undefined : target), problems: sentences };
}

function readTarget(text: unknown): Release | "unknown" | undefined {
  if (typeof text !== "string" || text === "auto" || text === "") return undefined;
  return parseRelease(text) ?? "unknown";
}

function settingsFrom(sent: SentSettings, target: Release | undefined): ServerSettings {
  const { inlayHints, codeLenses } = defaultSettings;
  const preset = presetNames.find((name) => name === sent.lint?.preset);
  return {
    enable: isOn(sent.enable, noSettings.enable),
    target,
    allowedFolders: sent.allowedFolders ?? noSettings.allowedFolders,
    run: sent.lint?.run === "onSave" ? "onSave" : noSettings.run,
    lint: { ...(preset && { preset }), ...(sent.lint?.rules && { rules: sent.lint.rules }) },
    service: {
      inlayHints: switched(inlayHints, sent.inlayHints),
      codeLenses: switched(codeLenses, sent.codeLens),
    },
    format: isOn(sent.format?.enable, noSettings.format),
    formatOnSave: isOn(sent.format?.onSave, noSettings.formatOnSave),
  };
}

function isOn(sent: unknown, otherwise: boolean): boolean {
  return typeof sent === "boolean" ? sent : otherwise;
}

/** Switches as they are sent, each as it is by default where that does not say it. */
function switched<Switches extends Readonly<Record<string, boolean>>>(
  defaults: Switches,
  sent: Readonly<Record<string, unknown>> | undefined,
): Switches {
  const names = Object.keys(defaults);
  return Object.fromEntries(names.map((name) => [name, isOn(sent?.[name], defaults[name] ?? true)])) as Switches;
}
