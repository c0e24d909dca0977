import { type Edit, type Line, type TableDirective, type TableReference, textOf } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import { isAround, type Place } from "./place.ts";
import { linesToDelete } from "./statement-lines.ts";
import { hasComment, isWhole, isWrittenHere, optionsOf } from "./statement-parts.ts";

/** Puts the entries of a table where it is used, and deletes it: a table with entries of its own, used in one place. */
export function inlineTable(place: Place): readonly Offer[] {
  const name = nameAt(place);
  if (name === undefined) return [];
  const { definitions = [], references = [] } = place.snapshot.model.symbols().get("table")?.get(name) ?? {};
  const [definition, ...others] = definitions;
  const [reference, ...more] = references;
  if (reference?.line.kind === "BrokenStatement") return [];
  if (definition === undefined || reference?.state !== "known" || others.length > 0 || more.length > 0) return [];
  const edits = () => editsFor(place.snapshot, definition.line as TableDirective, reference.line, name);
  if (!isInlineable(place.snapshot, definition.line) || edits().length === 0) return [];
  return [{ title: `Inline table "${name}"`, kind: "refactor.inline.table", edits, keeps: "meaning" }];
}

/** The table whose definition or use is under the cursor. */
function nameAt(place: Place): string | undefined {
  const { line } = place;
  if (line === undefined) return undefined;
  if (line.kind === "TableDirective") return isAround(place, line.name) ? line.name.value : undefined;
  return optionsOf(line).flatMap(({ argument }) => {
    return argument?.kind === "TableReference" && isAround(place, argument) ? [argument.name.value] : [];
  })[0];
}

function isInlineable(snapshot: Snapshot, line: Line): boolean {
  return (
    line.kind === "TableDirective" &&
    line.entries !== undefined &&
    isWhole(snapshot, line) &&
    !hasComment(snapshot, line)
  );
}

function editsFor(snapshot: Snapshot, table: TableDirective, user: Line, name: string): readonly Edit[] {
  const use = optionsOf(user)
    .map(({ argument }) => argument)
    .find((one): one is TableReference => {
      return one?.kind === "TableReference" && one.name.value === name;
    });
  if (use === undefined || !isReplaceable(snapshot, use)) return [];
  const deleted = { span: linesToDelete(snapshot, table), text: "" };
  const entries = table.entries?.entries.map((entry) => textOf(entry)) ?? [];
  const { source, start, end } = use;
  return [deleted, { span: { source, start, end }, text: `{ ${entries.join(", ")} }` }];
}

function isReplaceable(snapshot: Snapshot, use: TableReference): boolean {
  return isWrittenHere(snapshot, use.name) && /^<[\s\S]*>$/.test(textOf(use));
}
