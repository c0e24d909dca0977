import { canStandBare, type Edit, type Line, type Option, type Token } from "smtpd-conf";
import { linesOf } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import { isAround, isMeant, type Place } from "./place.ts";
import { insertionAbove } from "./statement-lines.ts";
import { isWrittenHere, optionsOf } from "./statement-parts.ts";
import { uniqueName } from "./unique-name.ts";

/** Gives a word a name: a macro above the statement, used here, or wherever the document has the same word. */
export function extractMacro(place: Place): readonly Offer[] {
  const { line, snapshot } = place;
  if (!isMeant(place) || line === undefined) return [];
  const word = line.tokens.find((token) => isAround(place, token) && isReplaceable(snapshot, line, token));
  if (word === undefined) return [];
  const name = nameFor(place, line, word);
  const kind = "refactor.extract.macro";
  const here = editsFor(snapshot, name, [{ line, token: word }]);
  if (here.length === 0) return [];
  const offer: Offer = { title: `Extract to macro "${name}"`, kind, edits: () => here, keeps: "meaning" };
  const alike = usesOf(snapshot, word);
  if (alike.length < 2) return [offer];
  const all = () => editsFor(snapshot, name, alike);
  return [offer, { ...offer, title: `Extract ${alike.length} uses to macro "${name}"`, edits: all }];
}

interface WordUse {
  readonly line: Line;
  readonly token: Token;
}

/**
 * Whether a macro can stand for a token: a word or number that can do without quotes, with nothing beside it that would become
 * a part of it or of the name of the macro.
 */
function isReplaceable(snapshot: Snapshot, { kind }: Line, token: Token): boolean {
  if (kind === "BrokenStatement" || kind === "MacroDefinition" || kind === "IncludeDirective") return false;
  if (!isWrittenHere(snapshot, token)) return false;
  const isBare = token.kind === "Number" || (token.kind === "String" && canStandBare(token.value, snapshot.target));
  const { text } = snapshot.source;
  return isBare && /[\s{<,=]/.test(text.charAt(token.start - 1)) && /^[\s}>,]?$/.test(text.charAt(token.end));
}

/** Every place of the document that has the same word as a value. */
function usesOf(snapshot: Snapshot, { kind, value }: Token): readonly WordUse[] {
  const { text } = snapshot.source;
  const uses: WordUse[] = [];
  let next = text.indexOf(value);
  for (const line of linesOf(snapshot)) {
    if (next >= 0 && next < line.start) next = text.indexOf(value, line.start);
    if (next < 0) break;
    if (next >= line.end) continue;
    const alike = line.tokens.filter((one) => one.value === value && one.kind === kind);
    uses.push(...alike.filter((one) => isReplaceable(snapshot, line, one)).map((token) => ({ line, token })));
  }
  return uses;
}

function editsFor(snapshot: Snapshot, name: string, uses: readonly WordUse[]): readonly Edit[] {
  const [first] = uses;
  const value = first?.token.kind === "Number" ? `"${first.token.value}"` : first?.token.value;
  const above = first && insertionAbove(snapshot, first.line, `${name} = ${value}`);
  if (above === undefined) return [];
  return [
    above,
    ...uses.map(({ token: { source, start, end } }) => ({ span: { source, start, end }, text: `$${name}` })),
  ];
}

/** Letters of a name at most that are taken from a value. */
const mostLetters = 30;

/** The value in letters that a name can have; before digits stands what they are for. */
function nameFor(place: Place, line: Line, { value }: Token): string {
  const { configuration } = place.snapshot;
  const plain = value.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  const option = optionsOf(line).find(({ argument }) => argument !== undefined && isAround(place, argument));
  const named = /^[A-Za-z]/.test(plain) ? plain : `${subjectOf(option)}_${plain}`;
  const wanted = named.slice(0, mostLetters).replace(/_+$/, "");
  const text = place.snapshot.source.text;
  return uniqueName(wanted, (name) => configuration.macros.has(name) || text.includes(`$${name}`));
}

function subjectOf(option: Option | undefined): string {
  return option === undefined ? "value" : option.name.replace(/\W/g, "_");
}
