import {
  type Condition,
  describeMatchRule,
  type Envelope,
  fullForm,
  type MatchDirective,
  type MatchRule,
  printCondition,
  type Reach,
  type RelayWitness,
} from "smtpd-conf";
import { knownReach, knownRelay } from "../known-reach.ts";
import {
  type Block,
  code,
  codeBlock,
  codes,
  joined,
  type Prose,
  paragraph,
  prose,
  shortened,
  strong,
} from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import { describeEnvelope } from "./describe-envelope.ts";
import { asSentence, knownMeaning } from "./known-meaning.ts";
import { lineLink, placeLink } from "./place-links.ts";

/** A rule: its number, the conditions that count, what it does, and whether mail comes to it. */
export function ruleHover(snapshot: Snapshot, directive: MatchDirective): readonly Block[] {
  const rule = snapshot.analysis.ruleset().rules.find((one) => one.directive === directive);
  if (rule === undefined) return [];
  const relaying = relayBy(rule, snapshot);
  const reach = relaying.length > 0 || isBroken(rule) ? undefined : knownReach(snapshot, rule);
  return [
    paragraph(
      prose`${strong(`Rule ${rule.number}`)} of ${snapshot.model.rules.length}: ${asSentence(describeMatchRule(rule, knownMeaning(snapshot)))}`,
    ),
    codeBlock(shortened(effectiveForm(rule), 600)),
    ...impliedConditions(rule),
    ...(reach === undefined ? [] : [paragraph(fateOf(reach, rule, snapshot))]),
    ...relaying,
  ];
}

/** Whether smtpd cannot evaluate a rule: what comes as far is put off, and nothing comes past it. */
function isBroken({ conditions }: MatchRule): boolean {
  return conditions.some(({ broken }) => broken);
}

/** The rule with everything written out that is in force. */
function effectiveForm(rule: MatchRule): string {
  const conditions = fullForm(rule).map(printCondition).join(" ");
  return `match ${conditions} ${rule.action === undefined ? "reject" : `action "${rule.action}"`}`;
}

function impliedConditions(rule: MatchRule): readonly Block[] {
  const implied = rule.conditions.flatMap(({ name, option }) => (option === undefined ? [name] : []));
  const local = implied.filter((name) => !rule.directive.conditions.some(({ scope }) => scope?.value === name));
  if (local.length === 0) return [];
  const words = codes(local.map((name) => `${name} local`));
  const verb = local.length === 1 ? "is" : "are";
  return [paragraph(prose`${words} ${verb} implied, since the rule says nothing else.`)];
}

function fateOf(reach: Reach, rule: MatchRule, snapshot: Snapshot): Prose {
  switch (reach.kind) {
    case "reached":
      return reachedBy(rule, reach.envelope, reach.certain, snapshot);
    case "covered":
      return coveredBy(reach.by, snapshot);
    case "impossible":
      return reach.condition === undefined
        ? prose`${strong("Never reached")}: no mail can meet all of its conditions at once.`
        : prose`${strong("Never reached")}: no mail can meet its condition ${code(nameOf(reach.condition))}.`;
    case "unknown":
      return prose`Whether mail comes to it is not known: the search came to its bounds.`;
  }
}

/**
 * An example, where all is known that it takes. What is not known may be tables of the rule, or of earlier ones, or just the
 * names and addresses of the machine, of which there are some for sure.
 */
function reachedBy(rule: MatchRule, envelope: Envelope, certain: boolean, { analysis }: Snapshot): Prose {
  if (certain) return prose`Mail comes to it, for example ${describeEnvelope(envelope)}.`;
  const own = unknownTables([rule]);
  if (own.length > 0) {
    return prose`Mail comes to it if there are entries for it in ${codes(own)}, which are not known here.`;
  }
  const earlier = unknownTables(analysis.ruleset().rules.slice(0, rule.number - 1));
  if (earlier.length === 0) return prose`Mail comes to it.`;
  return prose`Mail comes to it, unless tables of earlier rules that are not known here take it all.`;
}

function unknownTables(rules: readonly MatchRule[]): readonly string[] {
  const tables = rules.flatMap(({ conditions }) => conditions.flatMap(({ table }) => table ?? []));
  return [...new Set(tables.filter(({ kind }) => kind === "UnknownTable").map(({ name }) => name))];
}

function nameOf({ name, option }: Condition): string {
  const scope = option?.scope?.value;
  return scope === undefined || scope === option?.name ? (option?.name ?? name) : `${scope} ${option?.name}`;
}

function coveredBy(rules: readonly MatchRule[], snapshot: Snapshot): Prose {
  const links = joined(
    rules.map(({ number, directive }) => prose`${placeLink(snapshot, `rule ${number}`, directive)}`),
    " and ",
  );
  const take = rules.length === 1 ? "takes" : "together take";
  return prose`${strong("Never reached")}: ${links} ${take} all the mail that could come to it.`;
}

/** Whether strangers can relay by a rule; nothing where they cannot, or where it is not known. */
function relayBy(rule: MatchRule, snapshot: Snapshot): readonly Block[] {
  const witnesses = knownRelay(snapshot)?.witnesses.filter((witness) => witness.rule.number === rule.number) ?? [];
  const [witness] = witnesses;
  return witness === undefined ? [] : [paragraph(describeWitness(witness, snapshot))];
}

function describeWitness(witness: RelayWitness, snapshot: Snapshot): Prose {
  const { tables, filters, envelope, listener } = witness;
  const where = lineLink(snapshot, listener.directive);
  const unless = filters.length === 0 ? "" : ", unless a filter refuses it";
  if (tables.length === 0) {
    const example = describeEnvelope(envelope);
    return prose`${strong(`${whoOf(witness)} can relay by it`)} at the listener on ${where}${rangeOf(witness)}${unless}, for example with mail ${example}.`;
  }
  const names = codes(tables.map(({ name }) => name));
  return prose`${strong(`${whoOf(witness)} may relay by it`)} at the listener on ${where}${unless}: that depends on what is in ${names}.`;
}

/** Who can connect. Behind a proxy, a private address has connections from everywhere. */
function whoOf({ listener: { exposure, proxied } }: RelayWitness): string {
  return exposure === "private" && !proxied ? "Whoever is in a private network of this server" : "Strangers";
}

function rangeOf({ domains }: RelayWitness): string {
  return domains === "any" ? "" : ", though not to every domain";
}
