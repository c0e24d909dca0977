import {
  type ActionDirective,
  argumentOf,
  describeDelay,
  describeDelivery,
  describeOutcome,
  describeSending,
  optionOf,
} from "smtpd-conf";
import type { Explaining } from "./explaining.ts";
import { heading, originOf, type Paragraph, quoted, type Section, sentence } from "./explanation.ts";

/** How each action works to which a rule leads. */
export function explainActions(explaining: Explaining): Section {
  const { routes, forwarded } = explaining.routes;
  const used = new Set([...routes, ...forwarded].flatMap(({ steps }) => steps.flatMap(({ action }) => action ?? [])));
  const actions = explaining.model.actions.filter(({ name }) => used.has(name.value));
  return { title: "How it is delivered", paragraphs: actions.map((action) => paragraphAbout(action, explaining)) };
}

function paragraphAbout(action: ActionDirective, explaining: Explaining): Paragraph {
  const sentences =
    action.method.name === "relay" ? describeSending(action, explaining) : describeDelivery(action, explaining);
  const lifetime = argumentOf(optionOf(action, "ttl"));
  const waiting = lifetime === undefined ? [] : [`what cannot be delivered bounces after ${describeDelay(lifetime)}`];
  return {
    heading: heading(
      `Action ${quoted(action.name.value)}: mail ${describeOutcome(action, explaining.ruleset, "whole")}`,
      originOf(action),
    ),
    items: [[...sentences, ...waiting].map((text) => sentence(text))],
  };
}
