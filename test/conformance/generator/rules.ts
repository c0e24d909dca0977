import { type Context, has, may, oneOf, slip, sometimes } from "./context.ts";
import { matchedTable, places, type TablePlace } from "./tables.ts";
import { knownName, stringToken } from "./words.ts";

type Pieces = readonly string[];

/** One condition: the families of which a rule takes one each, and what to write. */
interface Condition {
  readonly families: readonly string[];
  readonly make: (context: Context) => Pieces;
}

function tableCondition(
  words: Pieces,
  families: readonly string[],
  place: TablePlace,
  since: "6.6" | "6.7" = "6.6",
): Condition {
  return { families, make: (context) => [...words, ...matchedTable(context, place, since)] };
}

function wordCondition(...words: Pieces): Condition {
  return { families: words.slice(0, 1), make: () => words };
}

const since64: readonly Condition[] = [
  tableCondition(["tag"], ["tag"], places.tag),
  tableCondition(["helo"], ["helo"], places.domain),
  tableCondition(["auth"], ["auth"], places.authUsers),
  tableCondition(["mail-from"], ["mail-from"], places.addresses),
  tableCondition(["rcpt-to"], ["rcpt-to"], places.addresses),
  tableCondition(["from", "src"], ["from"], places.networks),
  tableCondition(["for", "domain"], ["for"], places.domain),
  wordCondition("tls"),
  wordCondition("auth"),
  wordCondition("from", "local"),
  wordCondition("from", "any"),
  wordCondition("from", "socket"),
  wordCondition("for", "local"),
  wordCondition("for", "any"),
];
const since66: readonly Condition[] = [
  tableCondition(["from", "rdns"], ["from"], places.domain),
  wordCondition("from", "rdns"),
];
const since67: readonly Condition[] = [
  { families: ["from", "auth"], make: () => ["from", "auth"] },
  tableCondition(["from", "auth"], ["from", "auth"], places.fromAuth, "6.7"),
  tableCondition(["from", "mail-from"], ["from", "mail-from"], places.addresses, "6.7"),
  tableCondition(["for", "rcpt-to"], ["for", "rcpt-to"], places.addresses, "6.7"),
];

function conditionsFor(context: Context): readonly Condition[] {
  if (!has(context, "6.7") && slip(context)) return [...since67, ...since66];
  return [...since64, ...(has(context, "6.6") ? since66 : []), ...(has(context, "6.7") ? since67 : [])];
}

/** `match …`: conditions of different families in any order, then an action or `reject`. */
export function matchStatement(context: Context): Pieces {
  return ["match", ...conditions(context), ...decision(context)];
}

function conditions(context: Context): Pieces {
  const count = oneOf(context, [0, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
  const pieces: string[] = [];
  const used = new Set<string>();
  for (let index = 0; index < count; index += 1) pieces.push(...nextCondition(context, used));
  return pieces;
}

function nextCondition(context: Context, used: Set<string>): Pieces {
  const wanted = used.size > 0 && slip(context);
  const free = conditionsFor(context).filter(({ families }) => families.some((family) => used.has(family)) === wanted);
  if (free.length === 0) return [];
  const condition = oneOf(context, free);
  for (const family of condition.families) used.add(family);
  return negated(context, condition.make(context));
}

function negated(context: Context, pieces: Pieces): Pieces {
  if (slip(context))
    return oneOf<Pieces>(context, [
      ["!", "!", ...pieces],
      [pieces[0] ?? "", "!", ...pieces.slice(1)],
      [...pieces, "!"],
      [],
    ]);
  if (!sometimes(context, 0.2)) return pieces;
  return sometimes(context, 0.7) ? [`!${pieces[0]}`, ...pieces.slice(1)] : ["!", ...pieces];
}

function decision(context: Context): Pieces {
  if (slip(context)) return wrongDecision(context);
  if (context.actions.size === 0 || sometimes(context, 0.2)) return ["reject"];
  return ["action", knownName(context, context.actions)];
}

function wrongDecision(context: Context): Pieces {
  return oneOf<Pieces>(context, [
    [],
    ["action"],
    ["action", "nosuch"],
    ["reject", "action", "a"],
    ["reject", "550 no"],
    ["relay"],
    ["deliver"],
    ["action", "a", "reject"],
    ["action", "a", "for", "any"],
    ["action", "a", "b"],
    ["action", "<a>"],
    ["action", "{ a }"],
    ["action", stringToken(context, "mbox")],
    [may(context, "6.6") ? "junk" : "reject"],
  ]);
}
