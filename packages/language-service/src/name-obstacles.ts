import { foldCase, forEachEntry, matchesRegularExpression, parseRegularExpression, type TableUse } from "smtpd-conf";
import { isAsWritten } from "./is-as-written.ts";
import { isMacroUse } from "./name-part.ts";
import { isBuiltIn } from "./name-rules.ts";
import type { Snapshot } from "./snapshot.ts";
import type { NamedSymbol, NamePlace } from "./symbol-at.ts";
import { isTagList } from "./symbol-index.ts";

/** Why a name cannot be changed wherever it stands, in a sentence; undefined where it can. */
export function renameObstacle(snapshot: Snapshot, symbol: NamedSymbol): string | undefined {
  const { kind, name } = symbol;
  const { target, configuration } = snapshot;
  if (isBuiltIn(kind, name, target)) return `"${name}" is a name of smtpd's own, which nothing can change.`;
  if (kind === "macro" && configuration.macros.get(name)?.persistent) {
    return `The macro "${name}" is given on the command line, where it has to be renamed.`;
  }
  for (const place of [...symbol.definitions, ...symbol.references]) {
    const obstacle = placeObstacle(snapshot, symbol, place);
    if (obstacle !== undefined) return obstacle;
  }
  if (kind !== "tag") return undefined;
  return isListedElsewhere(snapshot, name)
    ? `A table that a tag condition asks may list "${name}", too; change both by hand.`
    : undefined;
}

function placeObstacle(snapshot: Snapshot, { name }: NamedSymbol, place: NamePlace): string | undefined {
  const { token, span, throughMacro } = place;
  const { source } = span;
  const where = source === snapshot.source ? "" : ` in ${source.path}`;
  if (source.kind === "definition" || throughMacro) {
    const written = source.text.slice(token.start, token.end);
    return `The name also comes out of ${written}${where}; write it out there first.`;
  }
  const document = source === snapshot.source ? snapshot.document : snapshot.files.documentOf(source.path);
  if (document === undefined) return `"${name}" also stands in ${source.path}, which cannot be edited here.`;
  if (!isAsWritten(document, token))
    return `"${name}" also stands where the text is not what smtpd reads, such as a template fills in.`;
  if (isMacroUse(token) && !isPlainUse(place))
    return `"${name}" also comes out of another macro; write it out there first.`;
  return undefined;
}

/** Whether the text of a use is `$name`: a macro whose value has an odd byte in it can use others. */
function isPlainUse({ span, token }: NamePlace): boolean {
  const { source, start, end } = span;
  return isMacroUse(token) && source.text.slice(start, end).replace(/\\\n?/g, "") === token.name;
}

/**
 * Whether a tag stands in a table where it cannot be changed: in a file, or in a list that is also asked for something
 * else. What stands in the other lists of the configuration is a place of the tag.
 */
function isListedElsewhere({ model, analysis }: Snapshot, tag: string): boolean {
  const shared = new Set(model.tableUses.filter((use) => !isTagList(use)).map(nameOfTable));
  // Each table once, however many conditions ask it.
  const asked = new Map(model.tableUses.filter(isTagList).map(({ argument }) => [argument.name.value, argument]));
  return [...asked].some(([table, argument]) => {
    let lists = false;
    const known = forEachEntry(argument, { model, tableFiles: analysis.tableFiles }, ({ key, inline }) => {
      lists = foldCase(key) === foldCase(tag) && (shared.has(table) || !inline);
      return !lists;
    });
    return lists || !known;
  });
}

function nameOfTable({ argument }: TableUse): string | undefined {
  return argument.kind === "TableReference" ? argument.name.value : undefined;
}

/** Whether an expression that tags are compared with may take two tags differently. */
export function tellsTagsApart(snapshot: Snapshot, first: string, second: string): boolean {
  const { model, analysis } = snapshot;
  return model.tableUses.some(({ place, argument, regex }) => {
    if (place !== "match tag" || !regex) return false;
    let same = true;
    const known = forEachEntry(argument, { model, tableFiles: analysis.tableFiles }, ({ key }) => {
      const expression = parseRegularExpression(foldCase(key));
      same =
        expression.kind !== "RegexFault" &&
        matchesRegularExpression(expression, foldCase(first)) ===
          matchesRegularExpression(expression, foldCase(second));
      return same;
    });
    return !(known && same);
  });
}
