import {
  type Definition,
  type Diagnostic,
  hasUnreadInclusion,
  isFilter,
  type Line,
  listed,
  type ModelSymbol,
  type NameSpace,
  type Span,
  several,
} from "smtpd-conf";
import type { CodeLens, Command } from "vscode-languageserver-types";
import { locationsOf } from "./place-locations.ts";
import { relayVerdict } from "./relay-verdict.ts";
import { namesOfRules } from "./rule-numbers.ts";
import type { Snapshot } from "./snapshot.ts";
import { standsInDocument } from "./stands-in.ts";
import { rangeIn } from "./to-lsp.ts";

/**
 * Lines above statements: how often a name is used, that a rule is never reached, what strangers may do at a listener. What
 * takes a moment to find out is left to `resolveCodeLens`.
 */
export function getCodeLenses(snapshot: Snapshot): CodeLens[] {
  const { references, reachability, relay } = snapshot.settings.codeLenses;
  const lenses = [
    ...(references ? referenceLenses(snapshot) : []),
    ...(reachability ? snapshot.known.flatMap((finding) => reachLens(finding, snapshot) ?? []) : []),
    ...(relay ? relayLenses(snapshot) : []),
  ];
  return lenses.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** Fills in what a lens says, by the configuration as it is now; one for something that is gone says nothing. */
export function resolveCodeLens(snapshot: Snapshot, lens: CodeLens): CodeLens {
  if (lens.command !== undefined) return lens;
  const data = lens.data as LensData | null | undefined;
  if (data?.kind === "references") return { ...lens, command: referenceCommand(data, lens, snapshot) };
  if (data?.kind === "relay") return { ...lens, command: relayCommand(data, lens, snapshot) };
  return { ...lens, command: plainTitle("") };
}

/** What a lens is about, in words that outlast an edit. */
type LensData =
  | { readonly kind: "references"; readonly space: NameSpace; readonly name: string }
  | { readonly kind: "relay"; readonly listener: number };

function plainTitle(title: string): Command {
  return { title, command: "" };
}

/** A title that opens a list of places where the editor can; else just the title. */
function titleWithPlaces(title: string, spans: readonly Span[], { range }: CodeLens, snapshot: Snapshot): Command {
  if (!snapshot.client.commands || spans.length === 0) return plainTitle(title);
  const { uri } = snapshot.document;
  return {
    title,
    command: "smtpd-lint.showReferences",
    arguments: [uri, range.start, locationsOf(snapshot, spans)],
  };
}

/** The words for what is defined. Tags are set by many listeners, and asked for; they are not defined once. */
const nouns: Readonly<Partial<Record<NameSpace, string>>> = {
  action: "action",
  table: "table",
  filter: "filter",
  proc: "proc",
  wrapper: "wrapper",
  pki: "pki",
  ca: "ca",
};

/** One for each name, at the first statement that defines it. */
function referenceLenses({ model, source, document }: Snapshot): readonly CodeLens[] {
  const seen = new Set<string>();
  return model.definitions.flatMap((definition) => {
    const { space, name, word } = definition;
    const key = `${space} ${name}`;
    if (word.source !== source || nouns[space] === undefined || isSecondName(definition) || seen.has(key)) return [];
    seen.add(key);
    const data: LensData = { kind: "references", space, name };
    return [{ range: rangeIn(document, word), data }];
  });
}

/** `filter NAME proc-exec` also makes a proc of that name. */
function isSecondName({ space, line }: Definition): boolean {
  return space === "proc" && line.kind === "ProcExecFilterDirective";
}

function referenceCommand(
  { space, name }: Extract<LensData, { kind: "references" }>,
  lens: CodeLens,
  snapshot: Snapshot,
): Command {
  const noun = nouns[space];
  const symbol = snapshot.model.symbols().get(space)?.get(name);
  if (noun === undefined || symbol === undefined) return plainTitle("");
  const words = symbol.references.map(({ word }) => word);
  const unread = words.length === 0 && hasUnreadInclusion(snapshot.configuration);
  const title = unread ? "not used, as far as includes are read here" : referenceTitle(symbol, noun);
  return titleWithPlaces(title, words, lens, snapshot);
}

/** `3 rules and 1 listener use this table`: statements are counted, however often each has the name. */
function referenceTitle({ references }: ModelSymbol, noun: string): string {
  const users = new Set(references.map(({ line }) => line));
  if (users.size === 0) return "not used";
  const counts = new Map<string, number>();
  for (const line of users) counts.set(nounOf(line), (counts.get(nounOf(line)) ?? 0) + 1);
  const counted = [...counts].map(([word, count]) => several(count, word));
  return `${listed(counted)} ${users.size === 1 ? "uses" : "use"} this ${noun}`;
}

function nounOf(line: Line): string {
  const { kind } = line;
  if (kind === "MatchDirective") return "rule";
  if (kind === "ListenDirective") return "listener";
  if (kind === "ActionDirective") return "action";
  return isFilter(line) ? "filter" : "statement";
}

/** What the findings say of a rule. The proofs behind them are not asked again. */
function reachLens(finding: Diagnostic, snapshot: Snapshot): CodeLens | undefined {
  const { code, span, related } = finding;
  if (!standsInDocument(snapshot, span) || related.length === 0) return undefined;
  const titleFor = reachTitles[code];
  if (titleFor === undefined) return undefined;
  const places = related.map((place) => place.span);
  const title = titleFor(namesOfRules(places, snapshot) || "other rules");
  const lens: CodeLens = { range: rangeIn(snapshot.document, span) };
  return { ...lens, command: titleWithPlaces(title, places, lens, snapshot) };
}

const reachTitles: Readonly<Record<string, (rules: string) => string>> = {
  "unreachable-match": (rules) => `never reached: covered by ${rules}`,
  "redundant-match": (rules) => `changes nothing: ${rules} does the same`,
};

/** One for each listener on the network. */
function relayLenses({ model, source, document }: Snapshot): readonly CodeLens[] {
  return model.listeners.flatMap((listener, index) => {
    if (listener.source !== source || listener.socket !== undefined) return [];
    const data: LensData = { kind: "relay", listener: index };
    return [{ range: rangeIn(document, listener.tokens[0] ?? listener), data }];
  });
}

function relayCommand(data: Extract<LensData, { kind: "relay" }>, lens: CodeLens, snapshot: Snapshot): Command {
  const listener = snapshot.model.listeners[data.listener];
  const verdict = listener && relayVerdict(listener, snapshot);
  const unknown = listener === undefined ? "" : "strangers: too many rules to tell whether they can relay";
  return verdict === undefined ? plainTitle(unknown) : titleWithPlaces(verdict.title, verdict.places, lens, snapshot);
}
