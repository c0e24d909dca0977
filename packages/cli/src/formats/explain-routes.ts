import {
  describeAction,
  describeCondition,
  failure,
  type Reach,
  type RecipientClass,
  type Route,
  type RouteStep,
  type SenderClass,
} from "smtpd-conf";
import { describeRecipients, isOverlap } from "./explain-recipients.ts";
import { explainRules } from "./explain-rules.ts";
import { partsOfSenders } from "./explain-senders.ts";
import type { Explaining } from "./explaining.ts";
import {
  heading,
  originOf,
  originsOfStep,
  type Paragraph,
  type Section,
  type Sentence,
  sentence,
} from "./explanation.ts";
import { groupBy } from "./group-by.ts";
import { listed, several } from "./words.ts";

/** What becomes of mail: by domain and by who sends it; where that takes too many words, rule by rule. */
export function explainRoutes(explaining: Explaining): Section {
  const byDomain = explaining.routes.routes.length > mostRoutes ? [] : explainByDomain(explaining);
  const sentences = byDomain.flatMap(({ items }) => items.flat());
  const isShort = byDomain.length > 0 && sentences.length <= mostSentences(explaining.ruleset.rules.length);
  const paragraphs = isShort ? byDomain : explainRules(explaining);
  return {
    title: "Where mail goes",
    paragraphs: [legend(explaining, isShort), ...paragraphs, ...deadRules(explaining)],
  };
}

/** Routes from which on nobody wants to read about each. */
const mostRoutes = 1000;

/** How many sentences by domain are worth more than one a rule. */
function mostSentences(rules: number): number {
  return 4 * rules + 10;
}

function explainByDomain(explaining: Explaining): readonly Paragraph[] {
  const routes = explaining.routes.routes.filter(({ recipients }) => !isOverlap(recipients));
  const groups = groupBy(byRecipients(routes), (group) => mapKey(group, explaining));
  const paragraphs = groups.toSorted(otherLast).map((alike) =>
    paragraphAbout(
      alike.flat(),
      alike.map(([{ recipients }]) => recipients),
      explaining,
    ),
  );
  return [...paragraphs, ...overlaps(explaining)];
}

/** Says of such names only that they need a look, where they do not fare like the other names of the server. */
function overlaps(explaining: Explaining): readonly Paragraph[] {
  const { routes } = explaining.routes;
  const differs = routes.some((route) => {
    const plain = routes.find(({ sender, recipients }) => {
      return sender === route.sender && recipients.kind === "local" && !isOverlap(recipients);
    });
    return (
      isOverlap(route.recipients) && plain !== undefined && fateOf(route, explaining) !== fateOf(plain, explaining)
    );
  });
  if (!differs) return [];
  const words = "for a name of the server that one of these tables has as well, the first rule that fits decides";
  return [{ heading: undefined, items: [[sentence(words)]] }];
}

type Routes = readonly [Route, ...Route[]];

function byRecipients(routes: readonly Route[]): readonly Routes[] {
  const recipients = [...new Set(routes.map((route) => route.recipients))];
  return recipients.map((one) => routes.filter((route) => route.recipients === one) as unknown as Routes);
}

type Groups = readonly [Routes, ...Routes[]];

/** What is about all other domains comes last. */
function otherLast(one: Groups, other: Groups): number {
  const [first, second] = [one, other].map((groups) => groups.some(([{ recipients }]) => recipients.kind === "other"));
  return Number(first) - Number(second);
}

/** Equal for recipients whose mail fares alike, whoever sends it. */
function mapKey(routes: Routes, explaining: Explaining): string {
  return routes.map((route) => `${route.sender.kind} ${fateOf(route, explaining)}`).join("\n");
}

/** Equal for routes of which the same is said, if perhaps of other rules. */
function fateOf(route: Route, explaining: Explaining): string {
  if (isRefused(route)) return "refused";
  const { steps } = route;
  return JSON.stringify(
    steps.map((step) => [clauseFor(step, explaining), step.action, describeStep(step, explaining)]),
  );
}

/** Whether all mail of a route is refused. By which rules, and whether by any, makes no group of its own. */
function isRefused({ steps }: Route): boolean {
  return steps.every(({ outcome }) => outcome === "rejected" || outcome === "no-match");
}

/** What has to be so for a step; empty where nothing has to. */
function clauseFor({ conditions }: RouteStep, { listeners }: Explaining): string {
  return conditions.map((condition) => describeCondition(condition, listeners)).join(" and ");
}

/** What words mean here, and what is not known; more of both where it is about kinds of clients and domains. */
function legend(explaining: Explaining, byDomain: boolean): Paragraph {
  const sentences = [
    ...describeWords(explaining, byDomain),
    ...(byDomain ? describeUnknown(explaining) : []),
    ...describeFiltering(explaining),
  ];
  return { heading: undefined, items: sentences.length === 0 ? [] : [sentences] };
}

function describeWords({ routes }: Explaining, byDomain: boolean): readonly Sentence[] {
  const kinds = new Set(routes.routes.map(({ sender }) => sender.kind));
  if (!kinds.has("stranger") && !kinds.has("user")) return [];
  const machine = 'here, "this machine" is the local socket and every connection from one of its own addresses';
  const strangers = `"strangers" are all ${kinds.has("network") ? "" : "other "}clients without a login`;
  const beyond = kinds.has("network") ? " that are in none of the networks named" : "";
  return [sentence(byDomain && kinds.has("stranger") ? `${machine}; ${strangers}${beyond}` : machine)];
}

function describeFiltering({ listeners }: Explaining): readonly Sentence[] {
  if (listeners.every(({ filters }) => filters.length === 0)) return [];
  return [sentence("all this is about mail that the filters have let pass")];
}

/** Where the name of the server counts, it matters whether it is one of the domains that rules list. */
function describeUnknown({ machineKnown, routes }: Explaining): readonly Sentence[] {
  const kinds = new Set(routes.routes.map(({ recipients }) => recipients.kind));
  if (machineKnown || !kinds.has("local") || kinds.size < 3) return [];
  return [
    sentence(
      "the server's own name is not known here (--hostname or --host says it): mail for that name is mail for its own " +
        "names, whatever is said of that domain otherwise",
    ),
  ];
}

function paragraphAbout(
  routes: readonly Route[],
  recipients: readonly RecipientClass[],
  explaining: Explaining,
): Paragraph {
  const all = [...new Set(explaining.routes.routes.map((route) => route.recipients))];
  const senders = [...new Set(routes.map(({ sender }) => sender))];
  const fates = groupBy(routes, (route) => fateOf(route, explaining)).map((alike) => ({
    alike,
    parts: partsOfSenders([...new Set(alike.map(({ sender }) => sender))], senders),
  }));
  const items = fates
    .toSorted((one, other) => Number(one.parts.length >= manyParts) - Number(other.parts.length >= manyParts))
    .map(({ alike, parts }, index) => {
      const rest = index > 0 && index === fates.length - 1 && parts.length >= manyParts;
      const from = rest ? "everybody else" : listed(parts);
      return sentencesAbout(alike, fates.length === 1 ? anybody(senders) : `from ${from}, `, explaining);
    });
  return { heading: heading(`Mail for ${describeRecipients(recipients, all, explaining.machineKnown)}`), items };
}

/** Kinds of senders from which a list of them says less than that it is everybody else. */
const manyParts = 3;

function anybody(senders: readonly SenderClass[]): string {
  return senders.some(({ kind }) => kind === "stranger") ? "from anybody, " : "";
}

function sentencesAbout(
  routes: readonly [Route, ...Route[]],
  from: string,
  explaining: Explaining,
): readonly Sentence[] {
  if (routes.every(isRefused)) return [sentenceOfRefusal(routes, from)];
  return routes[0].steps.map((step, index) => {
    const clause = clauseFor(step, explaining);
    const condition = clause === "" ? "" : `if ${clause}, `;
    const otherwise = index === 0 ? from : clause === "" ? "otherwise " : "otherwise, ";
    const rules = routes.flatMap(({ steps }) => steps[index]?.rules ?? []);
    const origins = originsOfStep({ rules, action: step.action });
    return sentence(`${otherwise}${condition}it ${describeStep(step, explaining)}`, ...origins);
  });
}

/** Where some is refused by a rule and some by none, neither is said. */
function sentenceOfRefusal(routes: readonly Route[], from: string): Sentence {
  const steps = routes.flatMap((route) => route.steps);
  if (steps.every(({ outcome }) => outcome === "no-match")) return sentence(`${from}it is refused: no rule takes it`);
  const named = steps.every(({ outcome, rules }) => outcome === "rejected" && rules.length > 0);
  const rules = named ? steps.flatMap((step) => step.rules) : [];
  return sentence(`${from}it is refused`, ...originsOfStep({ rules, action: undefined }));
}

/** What becomes of mail at the end of a step. */
export function describeStep({ outcome, action: name }: RouteStep, { model, ruleset }: Explaining): string {
  if (outcome === "no-match") return "is refused: no rule takes it";
  if (outcome === "temporary-failure") return failure(model.target);
  return describeAction(
    model.actions.find((action) => action.name.value === name),
    ruleset,
  );
}

/** The rules that decide about nothing. */
function deadRules({ reach, ruleset }: Explaining): readonly Paragraph[] {
  const items = reach.flatMap((one, index) => {
    const rule = ruleset.rules[index];
    const reason = describeReach(one);
    if (rule === undefined || reason === undefined || rule.conditions.some(({ broken }) => broken)) return [];
    return [[sentence(`rule ${rule.number} never decides: ${reason}`, originOf(rule.directive))]];
  });
  return items.length === 0 ? [] : [{ heading: heading("Rules without effect"), items }];
}

/** Earlier rules that are named one by one. */
const mostRules = 4;

function describeReach(reach: Reach): string | undefined {
  if (reach.kind === "impossible") return "no mail meets its conditions";
  if (reach.kind !== "covered") return undefined;
  const numbers = reach.by.map(({ number }) => String(number));
  if (numbers.length === 1) return `rule ${numbers[0]} takes all of its mail`;
  const rules = numbers.length > mostRules ? several(numbers.length, "earlier rule") : `rules ${listed(numbers)}`;
  return `${rules} take all of its mail`;
}
