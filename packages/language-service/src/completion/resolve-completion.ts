import {
  commonInterfaces,
  filterPhases,
  forConditions,
  formatModifiers,
  formatSpecifiers,
  fromConditions,
  type LimitScope,
  limits,
  mailPorts,
  optionLists,
  optionUsage,
  type Release,
  regexManual,
  relaySchemes,
  rules,
  settings,
  settingUsage,
  statements,
  tableBackends,
  valueSyntaxes,
} from "smtpd-conf";
import type { CompletionItem } from "vscode-languageserver-types";
import { type ManualEntry, manualPage } from "../hover/manual-page.ts";
import { type Block, codeBlock, manual, markupOf, paragraph } from "../markdown.ts";
import type { ItemData } from "./item-data.ts";

/** How documentation is to be written. */
export interface ResolveContext {
  readonly markdown: boolean;
  readonly target: Release;
}

/** Adds what the manual says of a completion; the item as it is where nothing is known of it. */
export function resolveCompletion(item: CompletionItem, context: ResolveContext): CompletionItem {
  const blocks = isItemData(item.data) ? pageOf(item.data, context.target) : [];
  return blocks.length === 0 ? item : { ...item, documentation: markupOf(blocks, context) };
}

/** Clients give back what they were sent; whatever else comes is not looked at. */
function isItemData(data: unknown): data is ItemData {
  return typeof data === "object" && data !== null && "of" in data && typeof data.of === "string";
}

function pageOf(data: ItemData, target: Release): readonly Block[] {
  switch (data.of) {
    case "statement":
      return statementPage(data.words, target);
    case "option":
    case "suffix":
      return optionPage(data.of, data.place, data.name, target);
    case "scope":
      return scopePage(data.name);
    case "regex":
      return [paragraph([manual(regexManual)])];
    case "limit":
      return entryPage(limits[data.scope as LimitScope] ?? [], data.name, target);
    case "rule":
      return rulePage(data.name);
    case "snippet":
      return [codeBlock(data.name)];
    default:
      return entryPage(catalogues.get(data.of) ?? [], data.name, target);
  }
}

type NamedEntry = Omit<ManualEntry, "default"> & { readonly name: string };

/** The parts of the catalogue in which entries are found by their name alone. */
const catalogues = new Map<ItemData["of"], readonly NamedEntry[]>([
  ["phase", filterPhases],
  ["port", mailPorts],
  ["interface", commonInterfaces],
  ["scheme", relaySchemes],
  ["backend", tableBackends],
  ["specifier", formatSpecifiers],
  ["modifier", formatModifiers],
  ["syntax", valueSyntaxes],
]);

function entryPage(entries: readonly NamedEntry[], name: string, target: Release): readonly Block[] {
  const entry = entries.find((one) => one.name === name);
  return entry === undefined ? [] : manualPage([], entry, target);
}

/** The statement of these words; where several begin with them, the forms of all. */
function statementPage(words: string, target: Release): readonly Block[] {
  const begins = (info: { readonly words: readonly string[] }) =>
    info.words.join(" ") === words || info.words.join(" ").startsWith(`${words} `);
  const found = [
    ...statements.filter(begins).map((info) => ({ ...info, usage: info.usage as readonly string[] })),
    ...settings.filter(begins).map((info) => ({ ...info, usage: [settingUsage(info)] })),
  ];
  const exact = found.find((info) => info.words.join(" ") === words);
  const usage = found.flatMap((info) => info.usage);
  const entry: ManualEntry | undefined = exact ?? (found.length === 1 ? found[0] : undefined);
  if (entry !== undefined) return manualPage(usage, entry, target);
  return usage.length === 0 ? [] : [codeBlock(usage.join("\n"))];
}

function optionPage(of: "option" | "suffix", place: string, name: string, target: Release): readonly Block[] {
  const list = optionLists.find((one) => one.place === place);
  const info = list?.options.find((option) => option.name === name);
  if (info === undefined) return [];
  if (of === "suffix") return info.suffixManual === undefined ? [] : [paragraph([manual(info.suffixManual)])];
  const since = info.since ?? list?.since;
  return manualPage([optionUsage(info)], { ...info, ...(since !== undefined && { since }) }, target);
}

function scopePage(scope: string): readonly Block[] {
  const infos = scope === "from" ? fromConditions : forConditions;
  return [codeBlock(infos.map((info) => optionUsage(info)).join("\n"))];
}

function rulePage(code: string): readonly Block[] {
  const rule = rules.find((one) => one.code === code);
  return rule === undefined ? [] : [paragraph([{ kind: "text", text: rule.summary }])];
}
