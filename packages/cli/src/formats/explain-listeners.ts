import { describeFilters, describeListener, describeNames, describeTraces, type Listener, type Word } from "smtpd-conf";
import { explainFilters } from "./explain-filters.ts";
import type { Explaining } from "./explaining.ts";
import { heading, originOf, type Paragraph, type Section, sentence } from "./explanation.ts";
import { groupBy } from "./group-by.ts";
import { listed } from "./words.ts";

/** How mail comes in: by which addresses, how safely, and past which filters. */
export function explainListeners(explaining: Explaining): Section {
  const { listeners } = explaining;
  const open = listeners.filter(({ exposure }) => exposure !== "socket");
  const alike = groupBy(open, (listener) => JSON.stringify(describeListener(listener, explaining)));
  return {
    title: "How mail comes in",
    paragraphs: [
      ...alike.map((group) => paragraphAbout(group, explaining)),
      socketParagraph(explaining),
      ...explainFilters(explaining),
    ],
  };
}

function paragraphAbout(alike: readonly [Listener, ...Listener[]], explaining: Explaining): Paragraph {
  const addresses = groupBy(alike, ({ directive }) => directive.interface?.value ?? "").map(describePlace);
  return {
    heading: heading(`On ${listed(addresses)}`, ...alike.map(({ directive }) => originOf(directive))),
    items: [describeListener(alike[0], explaining).map((clause) => sentence(clause))],
  };
}

/** `all IPv4 addresses, ports 25 (smtp) and 587 (submission)` */
function describePlace(listeners: readonly [Listener, ...Listener[]]): string {
  const [{ directive }] = listeners;
  const ports = listeners.map(portOf);
  const word = ports.length === 1 ? "port" : "ports";
  return `${addressOf(directive.interface?.value ?? "")}, ${word} ${listed(ports)}`;
}

function addressOf(address: string): string {
  return places[address] ?? address;
}

/** Addresses and interfaces that are more than one. `all` and `egress` are groups of interfaces. */
const places: Readonly<Record<string, string>> = {
  "0.0.0.0": "all IPv4 addresses",
  "::": "all IPv6 addresses",
  all: "all interfaces",
  egress: "the interfaces with a default route (egress)",
};

function portOf({ directive, port }: Listener): string {
  const option = directive.options.find(({ name }) => name === "port");
  return String(port ?? (option?.argument as Word | undefined)?.value ?? "");
}

/** The socket is there whether a statement names it or not. */
function socketParagraph(explaining: Explaining): Paragraph {
  const listener = explaining.listeners.find(({ exposure }) => exposure === "socket");
  const origins = listener === undefined ? [] : [originOf(listener.directive)];
  const more =
    listener === undefined
      ? []
      : [...describeFilters(listener, explaining), ...describeNames(listener, explaining), ...describeTraces(listener)];
  const clauses = ["programs of this machine hand in mail with sendmail, and rules take them as logged in", ...more];
  return { heading: heading("On the local socket", ...origins), items: [clauses.map((clause) => sentence(clause))] };
}
