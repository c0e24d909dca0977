import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { MemberFilter } from "../model/resolve-filters.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { type Entrance, type EntranceWay, findEntrances, type Party } from "./entrances.ts";
import { openQuestions, type Questions } from "./find-decided.ts";
import { type Ending, endingsOf, findEnding } from "./find-ending.ts";
import { asksTheSame, type Literal, literal } from "./literal.ts";
import { foreignRecipient } from "./own-domains.ts";

/** What becomes of mail of one party for one kind of recipients, at listeners that treat it alike. */
export interface Access {
  readonly party: Party;
  /**
   * `own`: in domains that the rules name as the configuration's own, or have in a table that is not known, and the machine's
   * own names. `foreign`: in all others.
   */
  readonly recipients: "own" | "foreign";
  /** Empty for the socket where no `listen` statement names it. */
  readonly listeners: readonly Listener[];
  /** Each rule that decides about such mail, in order, and last that none does. None at all: filters let nothing through. */
  readonly ways: readonly AccessWay[];
  /** Whether these are all ways. If not, the search came to its bounds. */
  readonly complete: boolean;
  /** Filter programs, and filters that rewrite, on the way: they may refuse what the rules take. */
  readonly filters: readonly MemberFilter[];
}

/** One thing that can become of the mail. */
export interface AccessWay {
  readonly outcome: "delivered" | "relayed" | "rejected" | "no-match" | "temporary-failure";
  /** Undefined where no rule matches. */
  readonly rule: MatchRule | undefined;
  /** Mail of which this becomes. */
  readonly envelope: Envelope;
  readonly greeting: "helo" | "ehlo";
  /** Tables that are not known and would have to hold something, or not; none where it is so for sure. */
  readonly tables: readonly RuntimeTable[];
}

/** Attempts for all parties, recipients and rules together: some seconds. */
const mostSteps = 60_000;

/**
 * Finds out for strangers, users who have logged in and the machine itself what becomes of their mail for the domains of the
 * configuration, and for all others: by which listener, which rule, and what that does. Exact where `complete`.
 */
export function findAccess(model: Model, listeners: readonly Listener[], ruleset: Ruleset): readonly Access[] {
  const asking: Asking = {
    questions: openQuestions(ruleset, mostSteps),
    relaying: relayingActions(model),
    recipients: recipientsOf(ruleset),
  };
  return findEntrances(model, listeners, ruleset).flatMap((entrance) =>
    (["own", "foreign"] as const).map((recipients) => accessBy(entrance, recipients, asking)),
  );
}

interface Asking {
  readonly questions: Questions;
  /** The names of the actions that relay. */
  readonly relaying: ReadonlySet<string>;
  /** For each kind of recipients, what is demanded of them: one or the other of these lists. */
  readonly recipients: Readonly<Record<Access["recipients"], readonly (readonly Literal[])[]>>;
}

function relayingActions({ actions }: Model): ReadonlySet<string> {
  return new Set(actions.filter(({ method }) => method.name === "relay").map(({ name }) => name.value));
}

/** What is demanded of recipients. A table of domains that is not known holds domains of the configuration, and no others. */
function recipientsOf(ruleset: Ruleset): Asking["recipients"] {
  const named = foreignRecipient(ruleset);
  const asked = ruleset.rules.flatMap(({ conditions }) => conditions.filter(asksUnknownDomains));
  const unknown = asked.filter((one, index) => asked.findIndex((other) => asksTheSame(one, other)) === index);
  const among = [...named.map(({ condition }) => condition), ...unknown];
  return {
    own: among.map((condition) => [literal(condition, true)]),
    foreign: [among.map((condition) => literal(condition, false))],
  };
}

function asksUnknownDomains({ subject, table, negated }: Condition): boolean {
  return subject === "domain" && !negated && table?.kind === "UnknownTable";
}

function accessBy(entrance: Entrance, recipients: Access["recipients"], asking: Asking): Access {
  const kinds = mailKinds(entrance, recipients, asking);
  const found = endingsOf(asking.questions.ruleset).map((ending) => ({
    ending,
    finding: firstFound(ending, kinds, asking),
  }));
  const ways = found.flatMap(({ ending, finding }) => {
    return finding.kind === "found" ? [wayFrom(ending, finding, asking)] : [];
  });
  const filters = new Set(entrance.ways.flatMap((way) => way.filters.opaque));
  const complete = found.every(({ finding }) => finding.kind !== "unknown");
  return { party: entrance.party, recipients, listeners: entrance.listeners, ways, complete, filters: [...filters] };
}

/** A kind of mail that comes in by an entrance. */
interface Arriving {
  readonly way: EntranceWay;
  readonly literals: readonly Literal[];
}

function mailKinds({ ways }: Entrance, recipients: Access["recipients"], asking: Asking): readonly Arriving[] {
  const foreign = recipients === "foreign";
  return ways.flatMap((way) =>
    asking.recipients[recipients].map((demanded) => {
      return { way: { ...way, scenario: { ...way.scenario, foreign } }, literals: [...way.literals, ...demanded] };
    }),
  );
}

type AccessFinding =
  | {
      readonly kind: "found";
      readonly way: EntranceWay;
      readonly envelope: Envelope;
      readonly tables: AccessWay["tables"];
    }
  | { readonly kind: "none" | "unknown" };

/** Mail that ends so: if there is any that does so for sure, then such. */
function firstFound(ending: Ending, kinds: readonly Arriving[], asking: Asking): AccessFinding {
  let unknown = false;
  for (const assume of [false, true]) {
    for (const { way, literals } of kinds) {
      const mail = { scenario: way.scenario, literals, obstacles: way.filters.obstacles };
      const finding = findEnding(ending, mail, assume, asking.questions);
      if (finding.kind === "found") return { ...finding, way, tables: tablesOf(finding.assumptions) };
      unknown ||= finding.kind === "unknown";
    }
  }
  return { kind: unknown ? "unknown" : "none" };
}

function tablesOf(assumptions: readonly Literal[]): readonly RuntimeTable[] {
  return [...new Set(assumptions.flatMap(({ condition: { table } }) => table ?? []))];
}

function wayFrom(
  ending: Ending,
  { envelope, tables, way }: Extract<AccessFinding, { kind: "found" }>,
  asking: Asking,
): AccessWay {
  return { outcome: outcomeOf(ending, asking), rule: ending.rule, envelope, greeting: way.greeting, tables };
}

function outcomeOf({ kind, rule }: Ending, { relaying }: Asking): AccessWay["outcome"] {
  if (kind === "none") return "no-match";
  if (kind === "fails") return "temporary-failure";
  if (rule.action === undefined) return "rejected";
  return relaying.has(rule.action) ? "relayed" : "delivered";
}
