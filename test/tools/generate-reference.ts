import {
  type Availability,
  type Change,
  filterPhases,
  formatModifiers,
  formatRange,
  formatSpecifiers,
  keywordNames,
  keywords,
  type LimitScope,
  limits,
  lookupServices,
  newestRelease,
  type OptionInfo,
  oldestRelease,
  optionLists,
  optionUsage,
  regexManual,
  relaySchemes,
  type SettingInfo,
  type StatementInfo,
  settings,
  settingUsage,
  statements,
  tableBackends,
  valueSyntaxes,
} from "smtpd-conf";

/** One thing to describe: what is written, and the facts and texts about it. */
interface Entry extends Availability {
  readonly title: string;
  readonly usage?: readonly string[];
  readonly facts?: readonly string[];
  readonly manual: string;
  /** What comes below the manual: paragraphs of their own. */
  readonly notes?: readonly string[];
  readonly changes?: readonly Change[];
}

/** The text of `REFERENCE.md`: the whole catalogue of the language, for people. */
export function generateReference(): string {
  const sections = [
    statementSection(),
    settingSection(),
    ...optionSections(),
    section("Phases of filters", phases()),
    ...limitSections(),
    section("Kinds of value", values()),
    section("Tables: where entries come from", backends()),
    section("Tables: what they are asked for", services()),
    section("Relay URLs", schemes()),
    section("Format specifiers", specifiers()),
    reservedSection(),
  ];
  return [introduction(sections), ...sections].join("\n");
}

function introduction(sections: readonly string[]): string {
  const titles = sections.map((text) => text.slice("## ".length, text.indexOf("\n")));
  return [
    "<!-- Written by `npm run generate` from src/language. Do not edit. -->",
    "# smtpd.conf, from the catalogue of smtpd-conf",
    "",
    `What the linter and the editor know of the language of smtpd.conf, in OpenSMTPD ${oldestRelease} to ${newestRelease}.`,
    "Capitals stand for values, brackets enclose what may be left out, | separates choices, and … stands for more of the same.",
    "Where no release is named, a thing is in all of them. The manual of your release is smtpd.conf(5); this page says what it means in practice.",
    "",
    ...titles.map((title) => `- [${title}](#${anchor(title)})`),
    "",
  ].join("\n");
}

/** The fragment that GitHub makes of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replace(/ /g, "-");
}

function section(title: string, entries: readonly Entry[], preface: readonly string[] = []): string {
  return [`## ${title}`, "", ...preface.flatMap((line) => [line, ""]), ...entries.map(describe)].join("\n");
}

function describe({ title, usage = [], facts = [], manual, notes = [], changes = [], ...availability }: Entry): string {
  const fence = usage.length === 0 ? "" : ["```text", ...usage, "```"].join("\n");
  const data = [dates(availability), ...facts].filter((fact) => fact !== "").join(" ");
  const history = changes.map(({ release, text }) => `- ${release}: ${text}`).join("\n");
  const parts = [`### ${title}`, fence, data, manual, ...notes, history].filter((part) => part !== "");
  return `${parts.join("\n\n")}\n`;
}

/** `Since 7.3.`; empty for what was always there. */
function dates({ since, until }: Availability): string {
  const texts = [since && `Since ${since}.`, until && `Up to ${until}.`];
  return texts.filter((text) => text !== undefined).join(" ");
}

/** A short description of the catalogue as Markdown, in which no character means anything. */
function escaped(text: string): string {
  return text.replace(/[\\*_<>[\]`]/g, "\\$&");
}

function code(text: string): string {
  return `\`${text}\``;
}

function statementSection(): string {
  const list: readonly StatementInfo[] = statements;
  return section(
    "Statements",
    list.map(({ words, ...info }) => ({ title: code(words.join(" ")), ...info })),
    [
      `A macro is defined by ${code('NAME = "VALUE"')} and used as ${code("$NAME")} where a word can begin, never inside quotes or words.`,
    ],
  );
}

function settingSection(): string {
  const list: readonly SettingInfo[] = settings;
  return section(
    "Settings",
    list.map((info) => ({ title: code(settingUsage(info)), facts: factsOf(info), ...dated(info) })),
  );
}

function dated({ since, until, manual, changes }: OptionInfo | SettingInfo): Omit<Entry, "title"> {
  return { manual, ...(since && { since }), ...(until && { until }), ...(changes && { changes }) };
}

function factsOf(info: Pick<OptionInfo, "default" | "syntax">): string[] {
  const standard = info.default === undefined ? [] : [`Default: ${escaped(info.default)}.`];
  return info.syntax === undefined ? standard : [...standard, `Value: [${info.syntax}](#${anchor(info.syntax)}).`];
}

function optionSections(): string[] {
  return optionLists.map(({ place, options, ...availability }) => {
    const preface = [dates(availability), prefaces[place] ?? ""].filter((text) => text !== "");
    return section(
      `Options of ${place}`,
      options.map((option) => optionEntry(option, availability)),
      preface,
    );
  });
}

const prefaces: Readonly<Record<string, string>> = {
  match: `${code("regex")} before a table: ${regexManual}`,
  proc: `They stand in ${code("filter NAME proc-exec")} as well.`,
};

function optionEntry(option: OptionInfo, place: Availability): Entry {
  const { suffix, suffixManual = "", regexSince, since = place.since } = option;
  const regex = regexSince === since ? [] : [`With ${code("regex")} since ${regexSince}.`];
  return {
    title: code(optionUsage(option)),
    facts: [...factsOf(option), ...(regexSince === undefined ? [] : regex)],
    notes: suffix === undefined ? [] : [`${code(suffix)}: ${suffixManual}`],
    ...dated(option),
  };
}

function phases(): Entry[] {
  return filterPhases.map((phase) => ({
    ...phase,
    title: code(phase.name),
    facts: [`Conditions: ${phase.conditions.join(", ")}.`, `Decisions: ${phase.decisions.join(", ")}.`],
  }));
}

function limitSections(): string[] {
  return (Object.keys(limits) as LimitScope[]).map((scope) =>
    section(
      `Keys of ${scope} limit`,
      limits[scope].map((limit) => ({
        ...limit,
        title: code(limit.name),
        facts: [`Default: ${limit.default}${limit.unit === undefined ? "" : ` ${limit.unit}`}.`],
      })),
    ),
  );
}

function values(): Entry[] {
  return valueSyntaxes.map(({ name, example, manual }) => ({
    title: name,
    facts: [`For example ${code(example)}.`],
    manual,
  }));
}

function backends(): Entry[] {
  return tableBackends.map((backend) => ({
    ...backend,
    title: code(backend.path === undefined ? backend.name : `${backend.name}:PATH`),
    facts: [backend.origin === "program" ? "From a package." : "Part of smtpd."],
  }));
}

function services(): Entry[] {
  return lookupServices.map((service) => ({
    ...service,
    title: code(service.name),
    facts: [
      `Key: ${service.key}.`,
      ...("value" in service ? [`Value: ${service.value}.`] : []),
      `For example ${code(service.example)}.`,
    ],
  }));
}

function schemes(): Entry[] {
  return relaySchemes.map((scheme) => ({
    title: code(`${scheme.name}://`),
    facts: [
      "defaultPort" in scheme ? `Port ${scheme.defaultPort} unless the URL has another.` : "The URL must have a port.",
    ],
    manual: scheme.manual,
  }));
}

function specifiers(): Entry[] {
  const names = formatSpecifiers.map(({ name, manual }) => ({ title: code(`%{${name}}`), manual }));
  const modifiers = formatModifiers.map((modifier) => ({ ...modifier, title: code(`:${modifier.name}`) }));
  return [...names, { title: code("[begin:end]"), ...formatRange }, ...modifiers];
}

function reservedSection(): string {
  const words = keywordNames.map((name) => {
    const date = dates(keywords[name]).slice(0, -1).toLowerCase();
    return date === "" ? code(name) : `${code(name)} (${date})`;
  });
  return `## Reserved words\n\nQuote them wherever they are meant as names or values.\n\n${words.join(", ")}.\n`;
}
