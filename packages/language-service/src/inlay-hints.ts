import {
  type Line,
  type ListenDirective,
  listenerOf,
  type MacroUse,
  type MatchDirective,
  type Option,
  parseRelayUrl,
  type Span,
  type Token,
} from "smtpd-conf";
import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import { linesWithin } from "./lines-within.ts";
import { ruleNumbers } from "./rule-numbers.ts";
import { isSecretMacro } from "./secret-macros.ts";
import { shortText } from "./short-text.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * What holds without being written, within a range of the document: conditions, ports, the numbers of rules, the values of
 * macros. What could be written there can be: such hints have the edit.
 */
export function getInlayHints(snapshot: Snapshot, range: Range): InlayHint[] {
  const { document, settings } = snapshot;
  const wanted = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const lines = linesWithin(snapshot, wanted.start, wanted.end);
  const { implicitConditions, defaultPorts, ruleNumbers, macroValues } = settings.inlayHints;
  const hints = [
    ...(ruleNumbers ? numbersOf(lines, snapshot) : []),
    ...(implicitConditions ? lines.flatMap(implicitConditionsOf) : []),
    ...(defaultPorts ? lines.flatMap(defaultPortsOf) : []),
    ...(macroValues ? macroValuesWithin(wanted, snapshot) : []),
  ];
  return hints
    .filter(({ at }) => at.source === snapshot.source && wanted.start <= at.offset && at.offset <= wanted.end)
    .sort((a, b) => a.at.offset - b.at.offset)
    .map((hint) => inlayHint(hint, snapshot));
}

/** A hint before its place has a line and a column. */
interface Hint {
  readonly at: { readonly source: Span["source"]; readonly offset: number };
  readonly label: string;
  readonly tooltip: string;
  readonly kind: InlayHintKind | undefined;
  readonly padding: "left" | "right" | "none";
  /** What to write in its place. */
  readonly text?: string;
}

function inlayHint({ at, label, tooltip, kind, padding, text }: Hint, { document, template }: Snapshot): InlayHint {
  const position = document.positionAt(at.offset);
  const isWritable = text !== undefined && template === undefined;
  return {
    position,
    label,
    ...(kind !== undefined && { kind }),
    ...(isWritable && { textEdits: [{ range: { start: position, end: position }, newText: text }] }),
    tooltip,
    ...(padding === "left" && { paddingLeft: true }),
    ...(padding === "right" && { paddingRight: true }),
  };
}

/** `#3` before a rule. An `include` between two rules may bring others in. */
function numbersOf(lines: readonly Line[], { model }: Snapshot): readonly Hint[] {
  const numbers = ruleNumbers(model);
  return lines.flatMap((line): Hint[] => {
    const number = numbers.get(line);
    if (number === undefined) return [];
    return [
      {
        at: { source: line.source, offset: line.start },
        label: `#${number}`,
        tooltip: `Rule ${number}: smtpd tries the rules in this order, and the first that matches wins.`,
        kind: undefined,
        padding: "right",
      },
    ];
  });
}

const implicit = {
  from: "Without from, the rule is for mail of this machine only: from local.",
  for: "Without for, the rule is for mail to this machine only: for local.",
} as const;

/** `from local` behind `match`, `for local` behind what the rule says of where mail comes from. */
function implicitConditionsOf(line: Line): readonly Hint[] {
  if (line.kind !== "MatchDirective") return [];
  const [match] = line.tokens;
  if (match === undefined || !isWritten(match)) return [];
  const scopes = new Set(line.conditions.map(({ scope }) => scope?.value));
  return (["from", "for"] as const).flatMap((scope): Hint[] => {
    if (scopes.has(scope)) return [];
    const place = scope === "from" ? match : (endOfFrom(line) ?? match);
    return [
      {
        at: { source: place.source, offset: place.end },
        label: `${scope} local`,
        tooltip: implicit[scope],
        kind: undefined,
        padding: "left",
        text: ` ${scope} local`,
      },
    ];
  });
}

/** The last `from` of a rule; undefined where it has none, or where a macro says it and may say more. */
function endOfFrom({ conditions, tokens }: MatchDirective): Option | undefined {
  const last = conditions.findLast(({ scope }) => scope?.value === "from");
  const token = last && tokens.findLast(({ end, source }) => source === last.source && end <= last.end);
  return token !== undefined && isWritten(token) ? last : undefined;
}

function isWritten({ origin }: Token): boolean {
  return origin === undefined;
}

function defaultPortsOf(line: Line): readonly Hint[] {
  if (line.kind === "ListenDirective") return portOfListener(line);
  if (line.kind !== "ActionDirective" || line.method.name !== "relay") return [];
  const host = line.options.find(({ name }) => name === "host")?.argument;
  return host?.kind === "String" ? portOfRelay(host) : [];
}

function portOfListener(line: ListenDirective): readonly Hint[] {
  const { interface: address, options } = line;
  if (address === undefined || !isWritten(address) || options.some(({ name }) => name === "port")) return [];
  const { port, tls } = listenerOf(line);
  const why = tls === "smtps" ? "with smtps" : "without smtps";
  return [
    {
      at: { source: address.source, offset: address.end },
      label: `port ${port}`,
      tooltip: `A listener that names no port has port ${port} ${why}.`,
      kind: InlayHintKind.Parameter,
      padding: "left",
      text: ` port ${port}`,
    },
  ];
}

/** `:465` behind the host of a URL; where the URL cannot be read, there is no port to tell. */
function portOfRelay(word: Token): readonly Hint[] {
  const url = parseRelayUrl(word.value);
  const base = word.quoted ? word.start + 1 : word.start;
  const isPlain = isWritten(word) && word.source.text.startsWith(word.value, base);
  if (url.kind !== "RelayUrl" || url.parts.port !== undefined || url.parts.rest !== undefined || !isPlain) return [];
  return [
    {
      at: { source: word.source, offset: base + url.parts.host.end },
      label: `:${url.port}`,
      tooltip: `A ${url.scheme.name}:// URL that names no port means port ${url.port}.`,
      kind: InlayHintKind.Parameter,
      padding: "none",
      text: `:${url.port}`,
    },
  ];
}

/** A longer value is cut; of one that is much longer, a piece says nothing. */
const [mostShown, mostCut] = [40, 200];

function macroValuesWithin({ start, end }: Pick<Span, "start" | "end">, snapshot: Snapshot): readonly Hint[] {
  return snapshot.configuration.macroUses.flatMap((use) => {
    const { source, macro } = use;
    if (source !== snapshot.source || use.end < start || end < use.start || !isWholeWord(use)) return [];
    return macro === undefined || macro.value.length > mostCut || isSecretMacro(macro, snapshot)
      ? []
      : [valueHint(use, macro)];
  });
}

/** Whether nothing goes on behind a use that would be read as one word with the value. */
function isWholeWord({ source, end }: MacroUse): boolean {
  return /^(?:[\s,;{}<>=]|$)/.test(source.text.charAt(end));
}

function valueHint({ source, end, name }: MacroUse, macro: NonNullable<MacroUse["macro"]>): Hint {
  const shown = shortText(macro.value, mostShown);
  return {
    at: { source, offset: end },
    label: `= ${shown === "" ? '""' : shown}`,
    tooltip: macro.persistent
      ? `The command line gives the macro "${name}" the value "${macro.value}".`
      : `The macro "${name}" has the value "${macro.value}" here.`,
    kind: undefined,
    padding: "left",
  };
}
