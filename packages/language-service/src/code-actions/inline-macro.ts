import { type Edit, type MacroDefinition, type MacroUse, textOf } from "smtpd-conf";
import { lineBefore } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import { isAround, type Place } from "./place.ts";
import { linesToDelete } from "./statement-lines.ts";
import { isWhole } from "./statement-parts.ts";

/** Puts the value of a macro in its place: at the use under the cursor, or at all of its uses, and deletes the macro. */
export function inlineMacro(place: Place): readonly Offer[] {
  const { snapshot, line } = place;
  const use = snapshot.configuration.macroUses.find((one) => isAround(place, one));
  const definition = line?.kind === "MacroDefinition" && use === undefined ? line : definitionOf(snapshot, use);
  if (definition === undefined || !isPlain(definition)) return [];
  const uses = usesOf(snapshot, definition);
  const offerOf = (title: string, edits: Offer["edits"]): Offer => {
    return { title, kind: "refactor.inline.macro", edits, keeps: "meaning" };
  };
  const name = definition.name.value;
  const all = offerOf(`Inline macro "${name}"`, () => withoutDefinition(snapshot, definition, uses));
  const single = offerOf(`Inline macro "${name}" here only`, () => editsFor(use ? [use] : [], definition));
  return [
    ...(uses.length > 0 && uses.every((one) => canInline(snapshot, one)) ? [all] : []),
    ...(use !== undefined && uses.length > 1 && canInline(snapshot, use) ? [single] : []),
  ];
}

/** Whether smtpd reads the value where a macro is used just as it would read it if it stood there. */
function isPlain({ value: { value } }: MacroDefinition): boolean {
  return /^[^$#\\\0-\x08\x0a-\x1f]+$/.test(value);
}

function canInline({ source }: Snapshot, use: MacroUse): boolean {
  return use.source === source && textOf(use) === `$${use.name}`;
}

/** The statement of the document that a macro comes from. */
function definitionOf(snapshot: Snapshot, use: MacroUse | undefined): MacroDefinition | undefined {
  const origin = use?.macro?.origin;
  if (origin === undefined || origin.source !== snapshot.source) return undefined;
  const line = lineBefore(snapshot, origin.start);
  return line?.kind === "MacroDefinition" && line.value.end >= origin.end ? line : undefined;
}

function usesOf({ configuration }: Snapshot, { value }: MacroDefinition): readonly MacroUse[] {
  return configuration.macroUses.filter(({ macro }) => {
    const origin = macro?.origin;
    return origin?.source === value.source && origin.start >= value.start && origin.end <= value.end;
  });
}

function withoutDefinition(
  snapshot: Snapshot,
  definition: MacroDefinition,
  uses: readonly MacroUse[],
): readonly Edit[] {
  if (!isWhole(snapshot, definition)) return [];
  return [{ span: linesToDelete(snapshot, definition), text: "" }, ...editsFor(uses, definition)];
}

function editsFor(uses: readonly MacroUse[], { value }: MacroDefinition): readonly Edit[] {
  return uses.map(({ source, start, end }) => ({ span: { source, start, end }, text: value.value }));
}
