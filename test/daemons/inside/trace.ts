import type { Answer, Lookup } from "../protocol.ts";

/** What the trace of one RCPT says, from `-T rules -T lookup`. Only the first decision counts: later ones are of aliases. */
export function readTrace(lines: readonly string[]): Omit<Answer, "reply"> {
  const end = lines.findIndex((line) => /^(rule #\d+ matched|no rule matched|temporary failure in)/.test(line));
  const lookups = lines.slice(0, end < 0 ? undefined : end).flatMap(lookupFrom);
  return { ...decisionFrom(lines[end] ?? ""), lookups };
}

function decisionFrom(line: string): Pick<Answer, "rule" | "outcome"> {
  const rule = /^rule #(\d+) matched: (.*)$/.exec(line);
  if (rule) return { rule: Number(rule[1]), outcome: rule[2]?.endsWith("reject") ? "reject" : "action" };
  if (line.startsWith("no rule")) return { rule: null, outcome: "no-match" };
  return { rule: null, outcome: line.startsWith("temporary") ? "temporary-failure" : "unknown" };
}

// `lookup: match "192.0.2.1" as NETADDR in table static:<anyhost> -> true`
function lookupFrom(line: string): Lookup[] {
  const [, key = "", service = "", table = "", found] =
    /^lookup: match "(.*)" as (\w+) in table \w+:<?(.*?)>? -> (true|false)$/s.exec(line) ?? [];
  return found === undefined ? [] : [{ key, service: service.toLowerCase(), table, found: found === "true" }];
}
