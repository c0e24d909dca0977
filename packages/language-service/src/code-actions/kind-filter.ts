import type { CodeActionKind } from "vscode-languageserver-types";

/**
 * Whether an action of a kind is wanted. Kinds are a tree: who asks for `refactor` gets `refactor.extract.table` too. Where
 * nobody says, everything is wanted but what belongs to the whole source (`source.…`), which editors ask for by its name.
 */
export function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  if (only === undefined) return !isBelow(kind, "source");
  return only.some((asked) => isBelow(kind, asked));
}

/** Whether actions of a kind, or of kinds below it, may be wanted. */
export function mayBeWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return isWanted(kind, only) || only?.some((asked) => isBelow(asked, kind)) === true;
}

function isBelow(kind: CodeActionKind, above: CodeActionKind): boolean {
  return above === "" || kind === above || kind.startsWith(`${above}.`);
}
