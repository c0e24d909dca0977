import { describeFilter, type FilterDirective, filterNamed, type Listener, membersOf } from "smtpd-conf";
import { type Block, code, list, type Prose, paragraph, prose, strong } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import { asSentences, knownMeaning } from "./known-meaning.ts";
import { placesLinked } from "./place-links.ts";
import { userLink } from "./table-hover.ts";

/** A filter: what it does and when, the members of a chain in order, and which listeners ask it. */
export function filterHover(snapshot: Snapshot, filter: FilterDirective): readonly Block[] {
  return [...whatItDoes(snapshot, filter), paragraph(askedBy(snapshot, filter.name.value))];
}

function whatItDoes(snapshot: Snapshot, filter: FilterDirective): readonly Block[] {
  const name = code(filter.name.value);
  const known = knownMeaning(snapshot);
  if (filter.kind !== "ChainFilterDirective") {
    return [paragraph(prose`${strong("Filter")} ${name}. ${asSentences(describeFilter(filter, known))}`)];
  }
  const items = filter.filters.names.map((word): Prose => {
    const member = filterNamed(word.value, snapshot.model);
    if (member === undefined || member.kind === "ChainFilterDirective") return [code(word.value)];
    return prose`${code(word.value)}: ${asSentences(describeFilter(member, known))}`;
  });
  return [paragraph(prose`${strong("Filter")} ${name}, a chain of filters that are asked in this order:`), list(items)];
}

/** The listeners that send their sessions through a filter, by itself or as a member of a chain. */
function askedBy(snapshot: Snapshot, name: string): Prose {
  const listeners = snapshot.analysis.listeners().filter((listener) => asks(listener, name, snapshot));
  if (listeners.length === 0) return prose`No listener asks it.`;
  return prose`Asked by ${placesLinked(listeners.map(({ directive }) => userLink(snapshot, directive)))}.`;
}

function asks({ filters }: Listener, name: string, { model }: Snapshot): boolean {
  return filters.some(
    (word) => word.value === name || membersOf(word, model).some((member) => member.name.value === name),
  );
}
