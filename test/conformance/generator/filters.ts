import { filterList } from "./actions.ts";
import { type Context, has, may, oneOf, slip, sometimes } from "./context.ts";
import { matchedTable, places, type TablePlace } from "./tables.ts";
import * as values from "./values.ts";
import { freshName, knownName, quotedToken, stringToken } from "./words.ts";

type Pieces = readonly string[];

const phases: readonly string[] = ["connect", "helo", "ehlo", "mail-from", "rcpt-to", "data", "commit"];
const wrongPhases: readonly string[] = [
  "auth",
  "data-line",
  "quit",
  "rset",
  "noop",
  "starttls",
  "help",
  "vrfy",
  "",
  '"data"',
  "DATA",
];

// In which phases the grammar has the condition; those of `fcrdns`, `rdns` and `src` are all.
const later: Readonly<Record<string, readonly string[]>> = {
  helo: ["helo", "ehlo", "auth", "mail-from", "rcpt-to", "data", "commit"],
  auth: ["auth", "mail-from", "rcpt-to", "data", "commit"],
  "mail-from": ["mail-from", "rcpt-to", "data", "commit"],
  "rcpt-to": ["rcpt-to"],
};

const conditionPlaces: Readonly<Record<string, TablePlace>> = {
  rdns: places.filterDomains,
  src: places.filterNetworks,
  helo: places.filterDomains,
  auth: places.filterUsers,
  "mail-from": places.filterAddresses,
  "rcpt-to": places.filterAddresses,
};
const filterNames: readonly string[] = ["rspamd", "no_rdns", "f", "check-dyn", "senders-ok", "auth_only", "f1"];

/** `filter …`: a processor, a program, a condition at a phase, or a chain. */
export function filterStatement(context: Context): Pieces {
  const name = newFilterName(context);
  const written = stringToken(context, name);
  const body = oneOf(context, [phaseBody, phaseBody, phaseBody, processorBody, programBody, chainBody])(context);
  register(context, name, body);
  return ["filter", written, ...body];
}

function newFilterName(context: Context): string {
  const taken = new Set([...context.filters, ...context.chains]);
  return slip(context) ? oneOf(context, [...taken, "f"]) : freshName(context, filterNames, taken);
}

function register(context: Context, name: string, body: Pieces): void {
  if (body[0] === "chain") context.chains.add(name);
  else context.filters.add(name);
  if (body[0] === "proc-exec") context.processors.add(name);
}

function processorBody(context: Context): Pieces {
  if (context.processors.size === 0) return slip(context) ? ["proc", "nosuch"] : programBody(context);
  return ["proc", knownName(context, context.processors)];
}

function programBody(context: Context): Pieces {
  return ["proc-exec", quotedToken(context, oneOf(context, values.commands)), ...processorOptions(context)];
}

function chainBody(context: Context): Pieces {
  return context.filters.size === 0 ? phaseBody(context) : ["chain", filterList(context)];
}

/** `user U`, `group G` and `chroot D` of a process, each at most once but for mistakes. */
function processorOptions(context: Context): Pieces {
  const options = [
    ["user", stringToken(context, oneOf(context, values.users))],
    ["group", stringToken(context, oneOf(context, values.users))],
    ["chroot", quotedToken(context, "/var/empty")],
  ].filter(() => sometimes(context, 0.3));
  const extra = slip(context)
    ? oneOf<Pieces>(context, [["user", "x"], ["group", "x"], ["chroot", "x"], ["user"], ["alias", "x"]])
    : [];
  return [...(sometimes(context, 0.5) ? options.reverse() : options).flat(), ...extra];
}

/** `proc NAME COMMAND …`. */
export function processorStatement(context: Context): Pieces {
  const name = slip(context)
    ? oneOf(context, [...context.processors, "p"])
    : freshName(context, ["p", "rspamd", "dkimsign", "p1"], context.processors);
  context.processors.add(name);
  return [
    "proc",
    stringToken(context, name),
    quotedToken(context, oneOf(context, values.commands)),
    ...processorOptions(context),
  ];
}

function phaseBody(context: Context): Pieces {
  const phase = choosePhase(context);
  const match = slip(context) ? oneOf<Pieces>(context, [[], ["match", "match"], ["matching"]]) : ["match"];
  return ["phase", phase, ...match, ...condition(context, phase), ...decision(context, phase)];
}

function choosePhase(context: Context): string {
  if (slip(context)) return oneOf(context, wrongPhases);
  return has(context, "6.7") && sometimes(context, 0.08) ? "auth" : oneOf(context, phases);
}

function condition(context: Context, phase: string): Pieces {
  if (slip(context)) return wrongCondition(context, phase);
  const word = oneOf(context, allowedConditions(context, phase));
  const pieces = [word, ...conditionTable(context, word)];
  if (!sometimes(context, 0.35)) return pieces;
  return sometimes(context, 0.7) ? [`!${word}`, ...pieces.slice(1)] : ["!", ...pieces];
}

function allowedConditions(context: Context, phase: string): readonly string[] {
  const known = Object.keys(later).filter((word) => word !== "auth" || has(context, "6.7"));
  return ["fcrdns", "rdns", "src", ...known.filter((word) => later[word]?.includes(phase))];
}

function conditionTable(context: Context, word: string): Pieces {
  const place = conditionPlaces[word];
  if (!place) return [];
  if ((word === "rdns" || word === "auth") && sometimes(context, 0.35)) return [];
  return matchedTable(context, place, "6.6");
}

// Illegal cells of the table of phases and conditions, and more or fewer than one condition.
function wrongCondition(context: Context, phase: string): Pieces {
  const word = oneOf(context, ["fcrdns", "rdns", "src", "helo", "auth", "mail-from", "rcpt-to"]);
  const cell = [word, ...conditionTable(context, word)];
  return oneOf<Pieces>(context, [
    cell,
    cell,
    cell,
    [],
    ["!", "!", ...cell],
    [...cell, ...condition(context, phase)],
    ["fcrdns", "<x>"],
    ["src"],
    ["tag", "x"],
    ["for", "any"],
    ["regex", "x"],
    ["rdns", "regex"],
  ]);
}

function decision(context: Context, phase: string): Pieces {
  if (slip(context)) return wrongDecision(context);
  const words = ["reject", "disconnect", "rewrite", "report"];
  const bare = phase === "commit" ? [] : ["junk", ...(has(context, "6.7") ? ["bypass"] : [])];
  const word = oneOf(context, [...words, ...bare]);
  return bare.includes(word) ? [word] : [word, stringToken(context, oneOf(context, values.replies))];
}

function wrongDecision(context: Context): Pieces {
  return oneOf<Pieces>(context, [
    ["junk"],
    ["bypass"],
    ["reject"],
    ["reject", "550", "go", "away"],
    ["reject", "550"],
    ["accept"],
    ["junk", quotedToken(context, "x")],
    ["report", may(context, "6.7") ? "x" : "{ x }"],
    ["reject", quotedToken(context, "550 x"), "junk"],
    [],
  ]);
}
