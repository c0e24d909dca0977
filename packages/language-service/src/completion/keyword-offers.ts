import {
  type Availability,
  type ConditionInfo,
  type Continuation,
  filterConditions,
  filterDecisions,
  forConditions,
  fromConditions,
  isAvailable,
  isKeyword,
  keywords,
  mailPorts,
  type Option,
  type OptionInfo,
  type OptionNeighbours,
  optionFits,
  optionLists,
  optionUsage,
  phaseNamed,
  type Release,
  settingName,
  settings,
  settingUsage,
  statements,
  type Token,
} from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";
import { optionInfos } from "./slot.ts";
import { neighboursAt, optionsOf } from "./statement-options.ts";

/** What is usually written first, by the statement; the others follow in the order of the catalogue. */
const likelyFirst: Readonly<Record<string, readonly string[]>> = {
  start: ["match", "action", "listen on", "table", "pki", "filter", "include"],
  MatchDirective: ["from", "for", "action", "reject", "auth", "tag"],
  ListenDirective: "smtp port tls tls-require smtps pki auth auth-optional tag filter hostname".split(" "),
  ActionDirective: ["maildir", "lmtp", "mbox", "mda", "relay", "host", "auth", "tls", "alias", "virtual", "user"],
};

/** What is known where a keyword may stand. */
interface Place extends Continuation {
  readonly cursor: Cursor;
  readonly target: Release;
  readonly neighbours: OptionNeighbours | undefined;
}

/** The reserved words that may stand at the cursor, and no others. */
export function keywordOffers(cursor: Cursor, continuation: Continuation): readonly Offer[] {
  const { target } = cursor;
  const place: Place = { ...continuation, cursor, target, neighbours: neighboursAt(cursor, continuation) };
  if (isBeforeSuffix(place)) return [];
  const offers = continuation.expected.keywords.flatMap((word) => keywordOffer(place, word) ?? []);
  const likely = likelyFirst[continuation.partial?.kind ?? "start"] ?? [];
  const rankOf = ({ label, data }: Offer) => {
    if (data?.of === "suffix") return -1;
    const index = likely.indexOf(label);
    return index < 0 ? likely.length : index;
  };
  return [...offers.sort((a, b) => rankOf(a) - rankOf(b)), ...negation(place)];
}

function keywordOffer(place: Place, word: string): Offer | undefined {
  const { tokens, partial, target } = place;
  if (partial === undefined) return statementOffer(tokens, word, target);
  if (partial.kind === "PhaseFilterDirective" && partial.phase === undefined) return phaseOffer(place, word);
  if (partial.kind === "ListenDirective" && tokens.at(-1)?.value === "port") return portOffer(word);
  const info = optionInfos(partial, tokens.at(-1)).find(({ name }) => name === word);
  if (info !== undefined) return optionOffer(place, info);
  if (word === "regex") return regexOffer(place);
  if (word === "from" || word === "for") return scopeOffer(place, word);
  return suffixOffer(place, word) ?? wordOffer(place, word);
}

const keyword = { kind: CompletionItemKind.Keyword, write: "text" } as const;

/** `since 7.3`, for what the first release did not have. */
function sinceNote(since: Release | undefined): Pick<Offer, "note"> {
  return since === undefined ? {} : { note: `since ${since}` };
}

function sinceOf(word: string): Release | undefined {
  if (!isKeyword(word)) return undefined;
  const { since }: Availability = keywords[word];
  return since;
}

/** A word that begins a statement, with the next one where there is no choice; or the second word of one. */
function statementOffer(before: readonly Token[], word: string, target: Release): Offer | undefined {
  const words = [...before.map(({ value }) => value), word];
  const infos: readonly (Availability & { readonly words: readonly string[] })[] = [...statements, ...settings];
  const known = infos.filter((info) => words.every((one, index) => info.words[index] === one));
  const possible = known.filter((info) => isAvailable(info, target));
  if (known.length > 0 && possible.length === 0) return undefined;
  const since = possible.every((info) => info.since !== undefined) ? possible[0]?.since : undefined;
  const label = before.length > 0 ? word : forcedWords(possible.map((info) => info.words)).join(" ") || word;
  return {
    ...keyword,
    label,
    detail: "statement",
    ...usageBehind(words.join(" ")),
    ...sinceNote(since ?? sinceOf(word)),
    data: { of: "statement", words: words.join(" ") },
  };
}

/** The words with which all of these begin. */
function forcedWords(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists;
  const differs = first.findIndex((word, index) => lists.some((words) => words[index] !== word));
  return differs < 0 ? first : first.slice(0, differs);
}

/** What stands behind the words of a setting: its value. */
function usageBehind(words: string): Pick<Offer, "usage"> {
  const setting = settings.find((info) => settingName(info) === words);
  const usage = setting && settingUsage(setting).slice(words.length).trim();
  return usage ? { usage } : {};
}

function optionOffer(place: Place, info: OptionInfo): Offer | undefined {
  const { target, neighbours, partial } = place;
  const list = optionLists.find(({ options }) => options.includes(info));
  if (list === undefined || !isAvailable(info, target) || !isAllowedInPhase(place, info)) return undefined;
  if (neighbours !== undefined && partial?.kind !== "PhaseFilterDirective" && !optionFits(info, neighbours, target)) {
    return undefined;
  }
  const written = optionUsage(info);
  const usage = written.slice(written.indexOf(info.name) + info.name.length).trim();
  return {
    ...keyword,
    label: info.name,
    detail: detailOf(place, info),
    ...(usage !== "" && { usage }),
    ...sinceNote(info.since ?? list.since ?? sinceOf(info.name)),
    data: { of: "option", place: list.place, name: info.name },
  };
}

function detailOf({ partial }: Place, info: OptionInfo): string {
  switch (partial?.kind) {
    case "MatchDirective":
      return "condition";
    case "PhaseFilterDirective":
      return (filterDecisions as readonly OptionInfo[]).includes(info) ? "decision" : "condition";
    case "ActionDirective":
      return partial.method === undefined ? "method of delivery" : "option";
    default:
      return "option";
  }
}

/** Whether a filter can look at this, or do this, in its phase. */
function isAllowedInPhase({ partial, target }: Place, { name }: OptionInfo): boolean {
  if (partial?.kind !== "PhaseFilterDirective") return true;
  const phase = phaseNamed(partial.phase?.value);
  if (phase === undefined || !isAvailable(phase, target)) return true;
  return [...phase.conditions, ...phase.decisions].some((allowed) => allowed === name);
}

function regexOffer({ tokens, partial, target }: Place): Offer | undefined {
  const owner = tokens.at(-1);
  const info = partial && optionInfos(partial, tokens.at(-2)).find(({ name }) => name === owner?.value);
  if (info === undefined || !isAvailable({ ...(info.regexSince && { since: info.regexSince }) }, target))
    return undefined;
  const data = { of: "regex", name: info.name } as const;
  return { ...keyword, label: "regex", detail: "compare with expressions", ...sinceNote(info.regexSince), data };
}

/** `from` and `for`, where a condition of the kind can still be added. */
function scopeOffer({ neighbours, target, tokens, partial }: Place, word: "from" | "for"): Offer | undefined {
  const data = { of: "scope", name: word } as const;
  const detail = word === "from" ? "where mail comes from" : "where mail goes to";
  if (partial?.kind !== "MatchDirective" || neighbours === undefined) {
    return {
      ...keyword,
      label: word,
      data: {
        of: "statement",
        words: tokens
          .slice(0, 2)
          .map(({ value }) => value)
          .join(" "),
      },
    };
  }
  const infos: readonly ConditionInfo[] = word === "from" ? fromConditions : forConditions;
  const fits = infos.some((info) => isAvailable(info, target) && optionFits(info, neighbours, target));
  return fits ? { ...keyword, label: word, detail, usage: "…", data } : undefined;
}

/** The phases in which a filter can do what is already written behind. */
function phaseOffer({ cursor, target }: Place, word: string): Offer | undefined {
  const info = phaseNamed(word);
  if (info === undefined || !isAvailable(info, target)) return undefined;
  const isWritten = (names: readonly { readonly name: string }[]) =>
    cursor.after.find(({ kind, value }) => kind === "Keyword" && names.some(({ name }) => name === value))?.value;
  const condition = isWritten(filterConditions);
  const decision = isWritten(filterDecisions);
  if (condition !== undefined && !info.conditions.some((name) => name === condition)) return undefined;
  if (decision !== undefined && !info.decisions.some((name) => name === decision)) return undefined;
  return { ...keyword, label: word, detail: "phase", ...sinceNote(info.since), data: { of: "phase", name: word } };
}

/** A word that may directly follow the option before it: `junk`, `verify`, `mx NAME`. */
function suffixOffer(place: Place, word: string): Offer | undefined {
  const owner = lastOption(place);
  const list = optionLists.find(({ options }) => owner !== undefined && options.includes(owner.info));
  if (owner === undefined || list === undefined || owner.info.suffix !== word) return undefined;
  const usage =
    owner.info.suffixArgument === undefined ? {} : { usage: (owner.info.placeholder ?? "name").toUpperCase() };
  const data = { of: "suffix", place: list.place, name: owner.name } as const;
  return { ...keyword, label: word, detail: `belongs to ${owner.name}`, ...usage, data };
}

/** The option before the cursor; what an action does counts as one. */
function lastOption({ partial }: Place): Option | undefined {
  if (partial === undefined) return undefined;
  const method = partial.kind === "ActionDirective" && partial.method !== undefined ? [partial.method] : [];
  return [...method, ...optionsOf(partial)].at(-1);
}

/** Whether the cursor stands between an option and the word that belongs to it: `tls | no-verify`. */
function isBeforeSuffix(place: Place): boolean {
  const owner = lastOption(place);
  const next = place.cursor.after[0];
  return next?.kind === "Keyword" && owner?.suffix === undefined && next.value === owner?.info.suffix;
}

function portOffer(word: string): Offer | undefined {
  const info = mailPorts.find(({ name }) => name === word);
  if (info === undefined) return undefined;
  return {
    ...keyword,
    label: word,
    detail: `port ${info.port}`,
    note: String(info.port),
    data: { of: "port", name: word },
  };
}

/** A word that belongs to the statement itself: `on`, `action`, `cert`. */
function wordOffer({ tokens }: Place, word: string): Offer {
  const [first, second] = tokens;
  const words = second?.kind === "Keyword" ? `${first?.value} ${second.value}` : `${first?.value}`;
  const isStatement = [...statements, ...settings].some((info) => info.words.join(" ") === `${words} ${word}`);
  return { ...keyword, label: word, data: { of: "statement", words: isStatement ? `${words} ${word}` : words } };
}

/** `!` before a condition. */
function negation({ expected, tokens }: Place): readonly Offer[] {
  if (!expected.punctuation.includes("!")) return [];
  const words = tokens[0]?.value ?? "";
  return [
    {
      label: "!",
      kind: CompletionItemKind.Operator,
      write: "text",
      detail: "turns the condition round",
      data: { of: "statement", words },
    },
  ];
}
