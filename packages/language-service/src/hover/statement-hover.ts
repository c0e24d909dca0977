import {
  describeListener,
  describeNames,
  describeTraces,
  isFilter,
  type Line,
  type ListenDirective,
  type Listener,
  type SettingInfo,
  type StatementInfo,
  settings,
  settingUsage,
  statements,
} from "smtpd-conf";
import { type Block, code, joined, paragraph, prose, ruler, strong } from "../markdown.ts";
import { relayVerdict } from "../relay-verdict.ts";
import type { Snapshot } from "../snapshot.ts";
import { actionHover } from "./action-hover.ts";
import { filterHover } from "./filter-hover.ts";
import { asSentence, knownMeaning } from "./known-meaning.ts";
import { manualPage } from "./manual-page.ts";
import { ruleHover } from "./rule-hover.ts";

/** A statement of the language, or a setting, with the words that it begins with. */
type Known = { readonly words: readonly string[] } & (
  | { readonly statement: StatementInfo }
  | { readonly setting: SettingInfo }
);

const all: readonly Known[] = [
  ...statements.map((statement) => ({ words: statement.words, statement })),
  ...settings.map((setting) => ({ words: setting.words, setting })),
].sort((a, b) => b.words.length - a.words.length);

/** What the catalogue knows a statement as: the longest of those that begin with its words. */
function knownAs({ tokens }: Line): Known | undefined {
  return all.find(({ words }) => words.every((word, index) => tokens[index]?.value === word));
}

/** How many words of a statement are its name: `srs key backup` has three. */
export function wordsOfName(line: Line): number {
  return knownAs(line)?.words.length ?? 0;
}

/** A statement by its first words: what this one does, and its manual. */
export function statementHover(snapshot: Snapshot, line: Line): readonly Block[] {
  if (line.kind === "MatchDirective") return ruleHover(snapshot, line);
  const meaning = meaningOf(snapshot, line);
  const page = pageOf(snapshot, line);
  return meaning.length > 0 && page.length > 0 ? [...meaning, ruler, ...page] : [...meaning, ...page];
}

function meaningOf(snapshot: Snapshot, line: Line): readonly Block[] {
  switch (line.kind) {
    case "ListenDirective":
      return listenerHover(snapshot, line);
    case "ActionDirective":
      return actionHover(snapshot, line);
    default:
      return isFilter(line) ? filterHover(snapshot, line) : [];
  }
}

/** The manual of a statement. */
export function pageOf({ target }: Snapshot, line: Line): readonly Block[] {
  const known = knownAs(line);
  if (known === undefined) return [];
  if ("setting" in known) return manualPage([settingUsage(known.setting)], known.setting, target);
  return manualPage(known.statement.usage, known.statement, target);
}

/** A listener: how mail comes in by it, and whether strangers can relay there. */
function listenerHover(snapshot: Snapshot, directive: ListenDirective): readonly Block[] {
  const known = knownMeaning(snapshot);
  const listener = known.listeners.find((one) => one.directive === directive);
  if (listener === undefined) return [];
  const { exposure, port } = listener;
  const place =
    exposure === "socket"
      ? prose`${strong("The socket")}, by which programs of this machine hand in mail.`
      : prose`${strong("Listener")} on ${code(directive.interface?.value ?? "")}${port === undefined ? "" : `, port ${port}`}.`;
  const clauses =
    exposure === "socket"
      ? [...describeNames(listener, known), ...describeTraces(listener)]
      : describeListener(listener, known);
  return [
    paragraph(joined([place, ...clauses.map(asSentence)], " ", " ")),
    ...(isOpen(listener) ? relayAt(snapshot, directive) : []),
  ];
}

/** Whether strangers can send at all: what keeps them out is said already. */
function isOpen({ exposure, proxied, auth }: Listener): boolean {
  return auth !== "required" && exposure !== "socket" && (exposure !== "loopback" || proxied);
}

/** What strangers may do there, as far as it is known. */
function relayAt(snapshot: Snapshot, directive: ListenDirective): readonly Block[] {
  const verdict = relayVerdict(directive, snapshot);
  if (verdict === undefined) return [];
  return [paragraph(asSentence(verdict.title))];
}
