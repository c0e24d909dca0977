import {
  closingOptions,
  deliveryMethods,
  deliveryOptions,
  interfaceOptions,
  isAvailable,
  keywordNames,
  keywords,
  limits,
  type OptionInfo,
  optionLists,
  relayOptions,
  type SettingInfo,
  settingName,
  settings,
  socketOptions,
  tableBackends,
} from "smtpd-conf";
import { always, available, exampleOf, type Form, formsOf, never, plainForm, type Verdict } from "./forms.ts";
import { phaseForms } from "./phases.ts";

/** A minimal configuration, and the releases of which the catalogue says that they take it. */
export interface CatalogueCase {
  readonly name: string;
  readonly text: string;
  readonly isAccepted: Verdict;
}

/** Puts the words of an option into a whole configuration. */
type Frame = (words: string) => string;

// smtpd wants one rule at least.
const rule = "match reject\n";
// The files are not there. smtpd only looks for them when it has accepted all else.
const pki = 'pki p cert "/nonexistent/cert" key "/nonexistent/key"\n';
const ca = 'ca c cert "/nonexistent/ca"\n';
const filter = 'filter f proc-exec "x"\n';

function casesAt(
  place: string,
  options: readonly OptionInfo[],
  frameOf: (option: OptionInfo) => Frame,
): CatalogueCase[] {
  return options.flatMap((option) => {
    const frame = frameOf(option);
    const forms = [...formsOf(option), repeated(place, option)];
    return forms.map(({ words, isAccepted }) => ({ name: `${place} ${words}`, text: frame(words), isAccepted }));
  });
}

/** The option twice: refused where it has a family, else the last one counts. */
function repeated(place: string, option: OptionInfo): Form {
  const { words, isAccepted } = plainForm(option);
  const scope = "scope" in option ? `${option.scope} ` : "";
  const several = place === "listen on" && option.name === "pki" ? available({ since: "7.3" }) : never;
  return { words: `${words} ${scope}${words}`, isAccepted: option.family === undefined ? isAccepted : several };
}

/** The options of a place; those of a younger statement have its date. */
function optionsAt(place: string): readonly OptionInfo[] {
  const list = optionLists.find((candidate) => candidate.place === place);
  if (list === undefined) throw new Error(`the catalogue has no options at ${place}`);
  return list.options.map((option) => ({ ...(list.since && { since: list.since }), ...option }));
}

function listenFrame({ name }: OptionInfo): Frame {
  const companion = listenCompanion(name);
  const above = { filter, ca }[name as string] ?? "";
  return (words) => `${companion && pki}${above}listen on 127.0.0.1 ${words}${companion}\n${rule}`;
}

/** From 7.3 on a TLS mode needs a pki; in all releases auth and pki need a TLS mode. */
function listenCompanion(name: string): string {
  if (name === "pki") return " tls";
  if (name.startsWith("auth")) return " tls pki p";
  return ["tls", "tls-require", "smtps"].includes(name) ? " pki p" : "";
}

function socketFrame({ name }: OptionInfo): Frame {
  return (words) => `${name === "filter" ? filter : ""}listen on socket ${words}\n${rule}`;
}

function deliveryFrame({ name }: OptionInfo): Frame {
  const above = name === "wrapper" ? 'mda wrapper w "x"\n' : "";
  return (words) => `${above}action a maildir "x" ${words}\n${rule}`;
}

function relayFrame({ name }: OptionInfo): Frame {
  const above = { srs: "srs key x\n", filter }[name as string] ?? "";
  const before = name === "auth" ? 'host "h" ' : "";
  return (words) => `${above}action a relay ${before}${words}\n${rule}`;
}

const optionCases: readonly CatalogueCase[] = [
  ...casesAt("listen on", interfaceOptions, listenFrame),
  ...casesAt("listen on socket", socketOptions, socketFrame),
  ...casesAt("action … maildir", [...deliveryOptions, ...closingOptions], deliveryFrame),
  ...casesAt("action … relay", [...relayOptions, ...closingOptions], relayFrame),
  ...casesAt("match", optionsAt("match"), () => (words) => `match ${words} reject\n`),
  ...casesAt("match from", optionsAt("match … from"), () => (words) => `match from ${words} reject\n`),
  ...casesAt("match for", optionsAt("match … for"), () => (words) => `match for ${words} reject\n`),
  ...casesAt("pki", optionsAt("pki"), () => (words) => `${pki}pki p ${words}\n${rule}`),
  ...casesAt("proc", optionsAt("proc"), () => (words) => `proc q "x" ${words}\n${rule}`),
  ...casesAt("filter proc-exec", optionsAt("proc"), () => (words) => `filter q proc-exec "x" ${words}\n${rule}`),
  ...casesAt("mta limit", optionsAt("mta limit"), () => (words) => `mta limit ${words}\n${rule}`),
];

/** A case that is one statement beside the rule. */
function statementCase({ words, isAccepted }: Form): CatalogueCase {
  return { name: words, text: `${words}\n${rule}`, isAccepted };
}

const methodForms = (deliveryMethods as readonly OptionInfo[])
  .flatMap(formsOf)
  .map((form) => ({ ...form, words: `action a ${form.words}` }));

/** A filter that nobody has defined: 6.4, which cannot define any, takes it. */
const unknownFilterForms: readonly Form[] = ["127.0.0.1", "socket"].map((address) => ({
  words: `listen on ${address} filter nosuch`,
  isAccepted: available({ until: "6.4.2" }),
}));

function settingForms(setting: SettingInfo): Form[] {
  const isThere = available(setting);
  const { argument, optional = false } = setting;
  const takes = (kinds: readonly string[]) => (kinds.includes(argument) ? isThere : never);
  const forms = [
    { words: "", isAccepted: optional ? isThere : takes(["none"]) },
    { words: settingValue(setting), isAccepted: takes(["string", "size", "number"]) },
    { words: "5", isAccepted: takes(["size", "number"]) },
  ];
  return forms.map((form) => ({ ...form, words: `${settingName(setting)} ${form.words}`.trim() }));
}

function settingValue(setting: SettingInfo): string {
  if (settingName(setting) === "queue encryption") return `"${"k".repeat(32)}"`;
  return setting.argument === "number" ? "7" : exampleOf(setting);
}

function limitForms([scope, keys]: [string, (typeof limits)["smtp"]]): Form[] {
  const pairs = keys.map((key) => `${key.name} ${key.default}`);
  const accepted = ["", ...pairs, pairs.join(" ")].map((words) => ({ words, isAccepted: always }));
  const refused = ["nosuch 1", `${pairs[0]},`, `"${pairs[0]}"`].map((words) => ({ words, isAccepted: never }));
  return [...accepted, ...refused].map((form) => ({ ...form, words: `${scope} limit ${form.words}`.trim() }));
}

/** Every reserved word as the name of a table, which it can only be where it is not reserved. */
const keywordForms: readonly Form[] = keywordNames.map((word) => ({
  words: `table ${word} { a }`,
  isAccepted: (target) => !isAvailable(keywords[word], target),
}));

/** The backends that every build of smtpd has. */
const backendForms: readonly Form[] = tableBackends
  .filter(({ origin, name }) => origin === "built-in" && name !== "db")
  .map(({ name, path }) => ({
    words: `table t ${name}${path === "command" ? ":/nonexistent/program" : ""}`,
    isAccepted: always,
  }));

/** What the catalogue says of the whole language, as configurations. */
export const catalogueCases: readonly CatalogueCase[] = [
  ...optionCases,
  ...[
    ...methodForms,
    ...unknownFilterForms,
    ...phaseForms,
    ...settings.flatMap(settingForms),
    ...Object.entries(limits).flatMap(limitForms),
    ...keywordForms,
    ...backendForms,
  ].map(statementCase),
];
