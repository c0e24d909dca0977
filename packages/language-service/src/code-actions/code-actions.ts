import { type CodeAction, type CodeActionContext, CodeActionTriggerKind, Range } from "vscode-languageserver-types";
import { diagnosticOf } from "../diagnostics.ts";
import type { Snapshot } from "../snapshot.ts";
import { type ActionFamily, actionFamilies } from "./action-families.ts";
import { editOfFiles } from "./edit-of-files.ts";
import { isWanted, mayBeWanted } from "./kind-filter.ts";
import { objectionTo } from "./objection.ts";
import type { Offer } from "./offer.ts";
import { type Place, placeAt } from "./place.ts";

/** What is needed to find an action again: where it was asked for, and which it is among those of its kind and title. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly index: number;
}

/**
 * What can be done in a range: fixes of its findings, refactorings of what is selected or under the cursor. The edits of
 * most are worked out, and checked, by `resolveCodeAction`.
 */
export function getCodeActions(
  snapshot: Snapshot,
  range: Range,
  { only: asked, triggerKind }: Pick<CodeActionContext, "only" | "triggerKind">,
): CodeAction[] {
  const only = asked?.length === 0 ? undefined : asked;
  const isAsked = triggerKind !== CodeActionTriggerKind.Automatic;
  const place = placeIn(snapshot, range, isAsked);
  const families = actionFamilies.filter(({ kind }) => mayBeWanted(kind, only));
  const counts = new Map<string, number>();
  return offersOf(families, place).flatMap((offer) => {
    const key = keyOf(offer);
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    const data: ActionData = { uri: snapshot.document.uri, range, index };
    return isWanted(offer.kind, only) ? (actionOf(snapshot, offer, data) ?? []) : [];
  });
}

/**
 * Works out the edit of an action, and whether it would do harm: then the action is disabled, with the reason. An action that
 * is complete, or not to be found in the text any more, stays as it is.
 */
export function resolveCodeAction(snapshot: Snapshot, action: CodeAction): CodeAction {
  const { edit, command, kind, title, data } = action;
  if (edit !== undefined || command !== undefined || !isActionData(data)) return action;
  if (data.uri !== snapshot.document.uri) return action;
  const place = placeIn(snapshot, data.range, true);
  const families = actionFamilies.filter((family) => mayBeWanted(family.kind, kind === undefined ? undefined : [kind]));
  const alike = offersOf(families, place).filter((offer) => keyOf(offer) === keyOf({ title, kind: kind ?? "" }));
  const offer = alike[data.index];
  return offer === undefined ? action : resolved(snapshot, action, offer);
}

function resolved(snapshot: Snapshot, action: CodeAction, offer: Offer): CodeAction {
  const edits = offer.edits();
  const edit = editOfFiles(snapshot, edits);
  if (edit === undefined) return { ...action, disabled: { reason: "There is nothing to change." } };
  const reason = objectionTo(snapshot, edits, offer.keeps);
  return reason === undefined ? { ...action, edit } : { ...action, disabled: { reason } };
}

function placeIn(snapshot: Snapshot, { start, end }: Range, isAsked: boolean): Place {
  return placeAt(snapshot, snapshot.document.offsetAt(start), snapshot.document.offsetAt(end), isAsked);
}

function offersOf(families: readonly ActionFamily[], place: Place): readonly Offer[] {
  const isTemplate = place.snapshot.template !== undefined;
  return families.flatMap(({ offersAt, inTemplates }) => (isTemplate && !inTemplates ? [] : offersAt(place)));
}

function keyOf({ kind, title }: Pick<Offer, "kind" | "title">): string {
  return `${kind} ${title}`;
}

/** Undefined where its edits are of no file. */
function actionOf(snapshot: Snapshot, offer: Offer, data: ActionData): CodeAction | undefined {
  const { title, kind, findings, isPreferred, command, ready, edits } = offer;
  const edit = ready ? editOfFiles(snapshot, edits()) : undefined;
  if (ready && edit === undefined) return undefined;
  return {
    title,
    kind,
    ...(findings !== undefined && {
      diagnostics: findings.map((finding) => diagnosticOf(snapshot, snapshot.document, finding)),
    }),
    ...(isPreferred && { isPreferred }),
    ...(edit !== undefined && { edit }),
    ...(command !== undefined && { command }),
    ...(edit === undefined && command === undefined && { data }),
  };
}

function isActionData(data: unknown): data is ActionData {
  const { uri, range, index } = (data ?? {}) as Partial<ActionData>;
  return typeof uri === "string" && typeof index === "number" && Range.is(range);
}
