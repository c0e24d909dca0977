import type { InlineValueText, Range } from "vscode-languageserver-types";
import { isSecretMacro } from "./secret-macros.ts";
import { shortText } from "./short-text.ts";
import type { Snapshot } from "./snapshot.ts";
import { rangeIn } from "./to-lsp.ts";

/** Characters of a value that are shown. */
const mostShown = 60;

/** What the macros within a range stand for, for editors that show values while something is followed step by step. */
export function getInlineValues(snapshot: Snapshot, range: Range): InlineValueText[] {
  const { document, source, configuration } = snapshot;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return configuration.macroUses.flatMap((use) => {
    const { macro, name } = use;
    if (use.source !== source || use.end < start || use.start > end) return [];
    if (macro === undefined || isSecretMacro(macro, snapshot)) return [];
    return [{ range: rangeIn(document, use), text: `$${name} = ${shortText(macro.value, mostShown)}` }];
  });
}
