import { type LimitScope, limits } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** The keys of a `limit` statement that it does not have yet; a key that is repeated only counts for the last time. */
export function limitOffers(scope: LimitScope, { before, after }: Cursor): readonly Offer[] {
  const given = new Set([...before, ...after].map(({ value }) => value));
  return limits[scope]
    .filter(({ name }) => !given.has(name))
    .map((info) => ({
      label: info.name,
      kind: CompletionItemKind.Property,
      write: "string",
      detail: `${scope} limit`,
      usage: info.unit === undefined ? "NUMBER" : "SECONDS",
      note: `default ${info.default}`,
      data: { of: "limit", scope, name: info.name },
    }));
}

/** The number that counts where the limit is not set. */
export function limitValueOffers(scope: LimitScope, { before, word }: Cursor): readonly Offer[] {
  const info = limits[scope].find(({ name }) => name === before.at(-1)?.value);
  if (info === undefined || word.typed !== "") return [];
  const label = String(info.default);
  return [{ label, kind: CompletionItemKind.Value, write: "text", detail: `default of ${info.name}` }];
}
