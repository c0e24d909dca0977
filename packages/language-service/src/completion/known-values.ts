import { commonInterfaces, isHostName, type Line, type Option, type OptionInfo, type Word } from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** The addresses of other listeners, and the interfaces and addresses that many machines have. */
export function interfaceOffers({ model }: Snapshot, cursor: Cursor): readonly Offer[] {
  const common = new Set(commonInterfaces.map(({ name }) => name));
  const others = model.listeners.filter(({ start }) => start !== cursor.before[0]?.start);
  const used = new Set(others.flatMap((listener) => listener.interface?.value ?? []));
  return [
    ...[...used].filter((name) => !common.has(name)).map((name) => addressOffer(name)),
    ...commonInterfaces.map(({ name, group }) => ({
      label: name,
      kind: CompletionItemKind.Constant,
      write: "string" as const,
      detail: group === undefined ? "interface or address" : "group of interfaces, on BSD",
      data: { of: "interface", name } as const,
    })),
  ];
}

function addressOffer(name: string): Offer {
  return { label: name, kind: CompletionItemKind.Constant, write: "string", detail: "address of another listener" };
}

/** The host names that certificates, listeners and relays of the configuration have. */
export function hostNameOffers({ model }: Snapshot, { word }: Cursor): readonly Offer[] {
  const names = new Set(model.definitions.filter(({ space }) => space === "pki").map(({ name }) => name));
  for (const { name, argument } of optionsOfAll([...model.listeners, ...model.actions])) {
    if ((name === "hostname" || name === "helo") && argument?.kind === "String" && argument.start !== word.tokenStart) {
      names.add(argument.value);
    }
  }
  return [...names]
    .filter((name) => name !== "*" && isHostName(name))
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Constant,
      write: "string",
      detail: "host name of this configuration",
    }));
}

/** The users or groups that other statements name. */
export function userOffers(
  { configuration, source }: Snapshot,
  { word }: Cursor,
  { name }: OptionInfo,
): readonly Offer[] {
  const values = new Set<string>();
  for (const option of optionsOfAll(configuration.lines)) {
    const { argument } = option;
    const isOwn = argument?.source === source && argument.start === word.tokenStart;
    if (option.name === name && argument?.kind === "String" && !isOwn) values.add((argument as Word).value);
  }
  return [...values].map((value) => ({
    label: value,
    kind: CompletionItemKind.Constant,
    write: "string",
    detail: `${name} of another statement`,
  }));
}

function* optionsOfAll(lines: readonly Line[]): Generator<Option> {
  for (const line of lines) if ("options" in line) yield* line.options;
}
