import {
  type ActionDirective,
  type Edit,
  fullForm,
  type Line,
  type ListenDirective,
  listenerOf,
  type MatchDirective,
  type Token,
} from "smtpd-conf";
import { linesOf } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { conditionEdits, spanOfConditions } from "./condition-edits.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { isWhole, isWrittenHere } from "./statement-parts.ts";

const kind = "refactor.rewrite.writeOut";

/** Writes out what smtpd adds to a statement by itself: `from local`, the port of a listener, the folder of `maildir`. */
export function writeOut({ snapshot, line, isAsked }: Place): readonly Offer[] {
  if (line === undefined) return [];
  const missing = missingIn(snapshot, line);
  const offers: Offer[] = [];
  if (missing.length > 0) {
    const words = missing.map(({ text }) => text.trim().replaceAll('"', "")).join(" ");
    const title = `Write out "${words}"`;
    offers.push({ title, kind, edits: () => missing, keeps: "meaning" });
  }
  if (missing.length > 0 && isAsked) {
    const edits = () => linesOf(snapshot).flatMap((one) => missingIn(snapshot, one));
    offers.push({ title: "Write out all defaults in this file", kind, edits, keeps: "meaning" });
  }
  return [...offers, ...inFull(snapshot, line)];
}

function missingIn(snapshot: Snapshot, line: Line): readonly Edit[] {
  if (!isWhole(snapshot, line)) return [];
  switch (line.kind) {
    case "MatchDirective":
      return missingConditions(snapshot, line);
    case "ListenDirective":
      return missingPort(snapshot, line);
    case "ActionDirective":
      return missingFolder(snapshot, line);
    default:
      return [];
  }
}

function missingConditions(snapshot: Snapshot, { conditions, tokens }: MatchDirective): readonly Edit[] {
  const match = tokens[0] as Token;
  const from = conditions.find(({ scope }) => scope?.value === "from");
  const isMissing = (word: string) => conditions.every(({ scope }) => scope?.value !== word);
  const last =
    from === undefined ? match : tokens.findLast(({ source, end }) => source === from.source && end <= from.end);
  if (last === undefined) return [];
  const words = ["from", "for"].filter(isMissing).map((word) => ` ${word} local`);
  return words.length === 0 ? [] : insertion(snapshot, last, words.join(""));
}

function missingPort(snapshot: Snapshot, line: ListenDirective): readonly Edit[] {
  const { interface: address, options } = line;
  if (address === undefined || options.some(({ name }) => name === "port")) return [];
  return insertion(snapshot, address, ` port ${listenerOf(line).port}`);
}

/** `maildir` alone has a default only as long as no other user delivers. */
function missingFolder(snapshot: Snapshot, { method, options }: ActionDirective): readonly Edit[] {
  const folder = method.argument === undefined ? method.info.default : undefined;
  if (method.name !== "maildir" || folder === undefined || options.some(({ name }) => name === "user")) return [];
  return insertion(snapshot, method.keyword, ` "${folder}"`);
}

function insertion(snapshot: Snapshot, token: Token, text: string): readonly Edit[] {
  const { source, end } = token;
  return isWrittenHere(snapshot, token) ? [{ span: { source, start: end, end }, text }] : [];
}

/** `from auth` as `from any auth`: each condition on its own. */
function inFull(snapshot: Snapshot, line: Line): readonly Offer[] {
  if (line.kind !== "MatchDirective") return [];
  const isShort = line.conditions.some(({ scope, name }) => scope !== undefined && impliesAny.has(name));
  if (!isShort || spanOfConditions(snapshot, line) === undefined) return [];
  const edits = () => {
    const rule = snapshot.analysis.ruleset().rules.find(({ directive }) => directive === line);
    return rule === undefined ? [] : conditionEdits(snapshot, line, fullForm(rule));
  };
  return [{ title: "Write the conditions in full", kind, edits, keeps: "meaning" }];
}

/** What implies `from any` or `for any` behind `from` and `for`. */
const impliesAny: ReadonlySet<string> = new Set(["auth", "mail-from", "rcpt-to"]);
