import { CompletionItemKind } from "vscode-languageserver-types";
import { shortened } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";
import { shortlist } from "./shortlist.ts";

/** The macros that are defined above, as `$name`. In quotes smtpd does not replace them. */
export function macroOffers({ configuration, source }: Snapshot, { word }: Cursor): readonly Offer[] {
  const macros = [...configuration.macros.values()].filter(({ name, origin }) => {
    return /^\w+$/.test(name) && (origin.source !== source || origin.end < word.start);
  });
  return shortlist(macros, ({ name }) => name, word.typed.replace("$", "")).map(({ name, value }) => ({
    label: `$${name}`,
    kind: CompletionItemKind.Variable,
    write: "text",
    detail: shortened(value, 80),
    ...(word.kind !== "macro" && { filter: name }),
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
