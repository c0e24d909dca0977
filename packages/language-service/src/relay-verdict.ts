import {
  type Diagnostic,
  hasUnreadInclusion,
  type ListenDirective,
  type Listener,
  listed,
  type MatchRule,
  type RelayProof,
  type RelayWitness,
  type Span,
} from "smtpd-conf";
import { knownRelay } from "./known-reach.ts";
import { namesOfRules } from "./rule-numbers.ts";
import type { Snapshot } from "./snapshot.ts";

/** What strangers may do at a listener, in a few words, with the rules that decide it. */
export interface RelayVerdict {
  readonly title: string;
  readonly places: readonly Span[];
}

/** Whether strangers can relay through a listener; undefined for the socket, and where only a long proof would tell. */
export function relayVerdict(directive: ListenDirective, snapshot: Snapshot): RelayVerdict | undefined {
  const listener = snapshot.analysis.listeners().find((one) => one.directive === directive);
  if (listener === undefined || listener.exposure === "socket") return undefined;
  const shut = shutTitle(listener);
  if (shut !== undefined) return { title: shut, places: [] };
  if (hasUnreadInclusion(snapshot.configuration))
    return { title: "strangers: not known, an include is not read", places: [] };
  const proof = knownRelay(snapshot);
  return proof === undefined ? verdictOfFindings(listener, snapshot) : verdictOfProof(listener, proof, snapshot);
}

/** Where no stranger can send at all. */
function shutTitle({ exposure, proxied, auth }: Listener): string | undefined {
  if (auth === "required") return "strangers: refused without a login";
  return exposure === "loopback" && !proxied ? "strangers: cannot connect" : undefined;
}

function verdictOfProof(listener: Listener, { witnesses, answer, doubtful }: RelayProof, snapshot: Snapshot) {
  const here = witnesses.filter((witness) => witness.listener.directive === listener.directive);
  const certain = here.filter(({ tables, filters }) => tables.length === 0 && filters.length === 0);
  const anywhere = certain.filter(({ domains }) => domains === "any");
  if (anywhere.length > 0) return verdict("strangers CAN relay", anywhere, snapshot);
  if (certain.length > 0) return verdict("strangers CAN relay to some domains", certain, snapshot);
  if (here.length > 0) return verdict(`strangers may relay, which ${judgesOf(here)}`, here, snapshot);
  return { title: titleWithoutWitness(answer, doubtful.length > 0), places: [] };
}

/** What the answer depends on: tables that are not known, programs. */
function judgesOf(witnesses: readonly RelayWitness[]): string {
  const tables = witnesses.flatMap((witness) => witness.tables.map(({ name }) => `table "${name}"`));
  const filters = witnesses.flatMap((witness) => witness.filters.map(({ name }) => `filter "${name.value}"`));
  const judges = [...new Set([...tables, ...filters])];
  return `${listed(judges)} ${judges.length === 1 ? "decides" : "decide"}`;
}

function titleWithoutWitness(answer: RelayProof["answer"], isFiltered: boolean): string {
  if (answer === "unknown") return "strangers: too many rules to tell whether they can relay";
  return isFiltered ? "strangers: refused relaying, as far as filters can tell" : "strangers: refused relaying";
}

function verdict(title: string, witnesses: readonly RelayWitness[], snapshot: Snapshot): RelayVerdict {
  const rules = [...new Set(witnesses.map(({ rule }) => rule))];
  return verdictFor(
    title,
    rules.map(({ directive }: MatchRule) => directive.tokens[0] ?? directive),
    snapshot,
  );
}

function verdictFor(title: string, places: readonly Span[], snapshot: Snapshot): RelayVerdict {
  const names = namesOfRules(places, snapshot);
  return { title: names === "" ? title : `${title}: ${names}`, places };
}

/** Findings about relaying name the listener that strangers come in by. */
const relayCodes: ReadonlySet<string> = new Set(["open-relay", "private-open-relay"]);

/** For as long as the proof is not asked for: what the findings say. Where they say nothing, nothing is known. */
function verdictOfFindings({ directive }: Listener, snapshot: Snapshot): RelayVerdict | undefined {
  const isHere = ({ source, start, end }: Span) =>
    source === directive.source && directive.start <= start && end <= directive.end;
  const found = snapshot.result.diagnostics.filter(({ code, related }: Diagnostic) => {
    return relayCodes.has(code) && related.some(({ span }) => isHere(span));
  });
  return found.length === 0
    ? undefined
    : verdictFor(
        "strangers CAN relay",
        found.map(({ span }) => span),
        snapshot,
      );
}
