import { isHopeless, type Route, type RouteOutcome, type RouteStep, relayTarget } from "smtpd-conf";
import { describeAnswer } from "./describe-relay.ts";
import { describeRecipients, isOverlap } from "./explain-recipients.ts";
import { describeSenders } from "./explain-senders.ts";
import type { Explaining } from "./explaining.ts";
import { type Section, sentence } from "./explanation.ts";

/** What kind of server this is, and whether strangers can relay. */
export function explainInShort(explaining: Explaining): Section {
  const { proof, listeners, ruleset, model } = explaining;
  const clauses = [describeReceiving(explaining), describeSending(explaining)];
  const answer = describeAnswer({ proof, listeners, rules: ruleset.rules, model, access: [] });
  return {
    title: "In short",
    paragraphs: [
      { heading: undefined, items: [[...clauses.map((clause) => sentence(clause)), { text: answer, origins: [] }]] },
    ],
  };
}

/** Who can send, and for which domains mail comes from elsewhere without a login. */
function describeReceiving({ routes: { routes }, machineKnown }: Explaining): string {
  const taken = routes.filter((route) => isTaken(route) && !isOverlap(route.recipients));
  const strange = taken.filter(({ sender }) => sender.kind === "stranger");
  if (strange.length === 0) {
    const senders = sendersOf(taken, routes);
    return senders === undefined ? "this server takes no mail at all" : `this server takes mail from ${senders} only`;
  }
  const all = [...new Set(routes.map(({ recipients }) => recipients))];
  const whole = strange.filter(isTakenInTheEnd);
  const shown = (whole.length === 0 ? strange : whole).map(({ recipients }) => recipients);
  const some = whole.length === 0 ? "some " : "";
  const unless = whole.some(({ steps }) => steps.some(({ outcome }) => !accepting.includes(outcome)));
  const names = describeRecipients(shown, all, machineKnown);
  return `this server takes ${some}mail for ${names} from anybody${unless ? ", unless a rule refuses it" : ""}`;
}

/** Whether mail is taken for which nothing else is said. */
function isTakenInTheEnd({ steps }: Route): boolean {
  return accepting.includes(steps.at(-1)?.outcome ?? "no-match");
}

const accepting: readonly RouteOutcome[] = ["delivered", "relayed"];

function isTaken({ steps }: Route): boolean {
  return steps.some(({ outcome }) => accepting.includes(outcome));
}

/** Those who send on some routes; undefined where nobody does. */
function sendersOf(some: readonly Route[], all: readonly Route[]): string | undefined {
  const [senders, everybody] = [some, all].map((routes) => [...new Set(routes.map(({ sender }) => sender))]);
  return senders?.length ? describeSenders(senders, everybody ?? []) : undefined;
}

/** What leaves for other servers. */
function describeSending({ routes: { routes }, model, ruleset }: Explaining): string {
  const leaving = routes.filter(({ recipients, steps }) => recipients.kind === "other" && steps.some(isRelayed));
  const senders = sendersOf(leaving, routes);
  if (senders === undefined) return "it sends no mail on to other domains";
  const names = new Set(leaving.flatMap(({ steps }) => steps.filter(isRelayed).map(({ action }) => action)));
  const actions = model.actions.filter(({ name }) => names.has(name.value));
  const open = actions.filter((action) => !isHopeless(action, ruleset));
  if (open.length === 0) return `mail of ${senders} for other domains waits until it expires`;
  const ways = new Set(open.map((action) => relayTarget(action, ruleset)));
  const [way = ""] = ways;
  return `it sends mail of ${senders} on to other domains${ways.size === 1 ? `, to ${way}` : ""}`;
}

function isRelayed({ outcome }: RouteStep): boolean {
  return outcome === "relayed";
}
