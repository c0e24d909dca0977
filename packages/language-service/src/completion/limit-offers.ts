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
