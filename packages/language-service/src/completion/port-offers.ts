import { type Continuation, mailPorts } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** The ports of mail by name and by number; the names that are reserved words of the target are offered as such. */
export function portOffers({ word }: Cursor, { keywords }: Continuation["expected"]): readonly Offer[] {
  if (word.kind === "quoted") return mailPorts.map(({ name, port }) => nameOffer(name, port));
  const names = mailPorts.filter(({ name }) => !keywords.includes(name));
  const numbers = mailPorts.filter(({ port }, index) => mailPorts.findIndex((info) => info.port === port) === index);
  return [
    ...names.map(({ name, port }) => nameOffer(name, port)),
    ...numbers.map(({ name, port }) => ({ ...nameOffer(name, port), ...numberOf(name, port) })),
  ];
}

function nameOffer(name: string, port: number): Offer {
  return {
    label: name,
    kind: CompletionItemKind.Constant,
    write: "string",
    detail: `port ${port}`,
    note: String(port),
    data: { of: "port", name },
  };
}

function numberOf(name: string, port: number): Pick<Offer, "label" | "write" | "detail" | "note"> {
  return { label: String(port), write: "text", detail: "port", note: name };
}
