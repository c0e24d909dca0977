import { CompletionItemKind } from "vscode-languageserver-types";
import { shortened } from "../markdown.ts";
import { isSecretMacro } from "../secret-macros.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";
import { shortlist } from "./shortlist.ts";

/** Macros of which the values are shown: of each it is to be found out whether that is wise. */
const mostShown = 50;

/** The macros that are defined above, as `$name`. In quotes smtpd does not replace them. */
export function macroOffers(snapshot: Snapshot, { word }: Cursor): readonly Offer[] {
  const { configuration, source } = snapshot;
  const macros = [...configuration.macros.values()].filter(({ name, origin }) => {
    return /^\w+$/.test(name) && (origin.source !== source || origin.end < word.start);
  });
  const listed = shortlist(macros, ({ name }) => name, word.typed.replace("$", ""));
  return listed.map((macro) => ({
    label: `$${macro.name}`,
    kind: CompletionItemKind.Variable,
    write: "text",
    detail: listed.length <= mostShown && !isSecretMacro(macro, snapshot) ? shortened(macro.value, 80) : "macro",
    ...(word.kind !== "macro" && { filter: macro.name }),
  }));
}

/** The macros that are used and not defined anywhere, for a line that is about to define one. */
export function missingMacroOffers({ configuration }: Snapshot): readonly Offer[] {
  const used = configuration.macroUses.filter(({ name, macro }) => macro === undefined && /^\w+$/.test(name));
  const names = [...new Set(used.map(({ name }) => name))].filter((name) => !configuration.macros.has(name));
  return names.map((name) => ({
    label: name,
    kind: CompletionItemKind.Variable,
    write: "text",
    text: `${name} = `,
    detail: "macro that is not defined yet",
  }));
}
