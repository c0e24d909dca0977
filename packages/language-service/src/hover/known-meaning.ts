import type { KnownConfiguration } from "smtpd-conf";
import { clause, joined, type Prose } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";

/** What sentences about statements are made of. */
export function knownMeaning({ model, analysis }: Snapshot): KnownConfiguration {
  return { model, listeners: analysis.listeners(), ruleset: analysis.ruleset() };
}

/** A clause of the library as a sentence. */
export function asSentence(text: string): Prose {
  return clause(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

/** Clauses as sentences, one after the other. */
export function asSentences(clauses: readonly string[]): Prose {
  return joined(clauses.map(asSentence), " ", " ");
}
