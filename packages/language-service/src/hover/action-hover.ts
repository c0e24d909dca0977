import {
  type ActionDirective,
  argumentOf,
  describeDelay,
  describeDelivery,
  describeOutcome,
  describeSending,
  optionOf,
} from "smtpd-conf";
import { type Block, clause, code, type Prose, paragraph, prose, strong } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import { asSentences, knownMeaning } from "./known-meaning.ts";
import { numberOf, placeLink, placesLinked } from "./place-links.ts";

/** An action: what it does with mail, how, and which rules choose it. */
export function actionHover(snapshot: Snapshot, action: ActionDirective): readonly Block[] {
  const known = knownMeaning(snapshot);
  const outcome = describeOutcome(action, known.ruleset, "whole");
  const clauses = action.method.name === "relay" ? describeSending(action, known) : describeDelivery(action, known);
  const ttl = argumentOf(optionOf(action, "ttl"));
  const waiting = ttl === undefined ? [] : [`what cannot be delivered bounces after ${describeDelay(ttl)}`];
  return [
    paragraph(prose`${strong("Action")} ${code(action.name.value)}: mail ${clause(outcome)}.`),
    paragraph(asSentences([...clauses, ...waiting])),
    paragraph(usersOf(snapshot, action.name.value)),
  ];
}

/** The rules that choose an action. */
function usersOf(snapshot: Snapshot, name: string): Prose {
  const rules = snapshot.model.rules.filter((rule) => rule.action?.value === name);
  if (rules.length === 0) return prose`No rule chooses it.`;
  const links = rules.map((rule) => [placeLink(snapshot, `rule ${numberOf(snapshot, rule)}`, rule)]);
  return prose`Chosen by ${placesLinked(links)}.`;
}
