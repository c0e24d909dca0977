import { InvalidArgumentError, Option } from "commander";
import { checks, newestRelease, parseRelease, presetNames, releases, rules, templateKinds } from "smtpd-conf";
import type { Surroundings } from "../file-settings.ts";
import { kindOfPath } from "../files/kind-of-path.ts";
import { failOnNames, type SettingsChoice, settingsFileName } from "../options.ts";

export function targetOption(
  description: string = `the release that is to read the files, such as 6.8.0p2 (default: ${newestRelease})`,
): Option {
  return new Option("--target <release>", description).argParser((text) => {
    const release = parseRelease(text);
    if (release === undefined) throw new InvalidArgumentError(`The releases are ${releases.join(", ")}.`);
    return release;
  });
}

export function definitionOption(): Option {
  return new Option("-D, --define <name=value>", "define a macro, as smtpd -D does; can be repeated")
    .argParser(collectDefinition)
    .default([], "none");
}

function collectDefinition(value: string, earlier: readonly string[]): readonly string[] {
  if (!value.includes("=")) throw new InvalidArgumentError("It wants a name, an equals sign and a value.");
  return collect(value, earlier);
}

/** `--template`, with the languages of templates. */
export function templateOption(): Option {
  const choices = [...templateKinds, "none"];
  return new Option(
    "--template <language>",
    "the files are templates, or none; if not given, their names say it",
  ).choices(choices);
}

/** `--format`, with the first choice for the default. */
export function formatOption(description: string, choices: readonly string[] = ["text", "json"]): Option {
  return new Option("--format <format>", description).choices(choices).default(choices[0]);
}

export function colorOption(): Option {
  return new Option("--color <when>", "colour the output").choices(["auto", "always", "never"]).default("auto");
}

export function rootOption(): Option {
  return new Option("--root <dir>", "the same for the tree below a folder: /etc/mail is <dir>/etc/mail then")
    .conflicts("host")
    .argParser((folder) => {
      if (kindOfPath(folder) === "folder") return folder;
      throw new InvalidArgumentError("There is no such folder.");
    });
}

export function rulesOption(description = "which rules give advice (default: recommended)"): Option {
  return new Option("--rules <set>", description).choices(presetNames);
}

/** `--enable` and `--disable`: one code, or several with commas between them. */
export function ruleOption(name: "enable" | "disable", description: string): Option {
  return new Option(`--${name} <code>`, description)
    .argParser((text: string, earlier: readonly string[]) => [...earlier, ...text.split(",").map(ruleCode)])
    .default([], "none");
}

function ruleCode(text: string): string {
  const code = text.trim();
  if (rules.some((rule) => rule.code === code)) return code;
  if (checks.some((check) => check.code === code)) {
    throw new InvalidArgumentError(`smtpd refuses what "${code}" reports: that cannot be switched.`);
  }
  throw new InvalidArgumentError(`There is no rule "${code}".`);
}

/** `--ignore`: files that folders and globs do not mean. */
export function ignoreOption(): Option {
  return new Option("--ignore <glob>", "leave out what this matches in folders; can be repeated")
    .argParser(collect)
    .default([], "none");
}

/** `--fail-on`: what makes the exit status 1 besides what smtpd refuses. */
export function failOnOption(): Option {
  return new Option(
    "--fail-on <severity>",
    "the least severity that makes the exit status 1; if not given, error",
  ).choices(failOnNames);
}

/** `--max-warnings`: how many there may be. */
export function maxWarningsOption(): Option {
  return new Option("--max-warnings <number>", "more warnings than this make the exit status 1").argParser((text) => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new InvalidArgumentError("It wants a number, such as 0.");
  });
}

/** For options that can be repeated. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** What `--host` and `--root` mean; undefined where neither is given. */
export function surroundingsOf({
  host,
  root,
}: {
  readonly host?: boolean;
  readonly root?: string;
}): Surroundings | undefined {
  if (root !== undefined) return { kind: "root", folder: root };
  return host ? { kind: "host" } : undefined;
}

/** `--config`: the settings file. */
export function configOption(): Option {
  return new Option("--config <file>", `the settings file, instead of the nearest ${settingsFileName}`);
}

/** `--no-config`: no settings file. */
export function noConfigOption(): Option {
  return new Option("--no-config", "without any settings file");
}

/** What those options mean. */
export function settingsChoiceFrom(config: string | boolean | undefined): SettingsChoice {
  if (typeof config === "string") return { kind: "named", file: config };
  return { kind: config === false ? "none" : "nearest" };
}

/** commander's message as one sentence: `error: unknown option '-x'` → `Unknown option "-x".` */
export function sentenceFrom(message: string): string {
  const text = message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("'", '"');
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?)]$/.test(sentence) ? sentence : `${sentence}.`;
}
