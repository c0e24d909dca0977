import { isAtLeast } from "../language/releases.ts";
import { type MemberFilter, phaseOf } from "../model/resolve-filters.ts";
import type { Option, PhaseFilterDirective, ProcDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import { filterCondition } from "../runtime/filter-condition.ts";
import { isRefusal } from "../runtime/reply-code.ts";
import { describeCondition } from "./describe-condition.ts";
import type { KnownConfiguration } from "./known-configuration.ts";
import { quoted } from "./words.ts";

/** What a filter does, in clauses that are sentences of their own. */
export function describeFilter(filter: MemberFilter, known: KnownConfiguration): readonly string[] {
  if (filter.kind === "PhaseFilterDirective") return describePhase(filter, known);
  const program = filter.kind === "ProcExecFilterDirective" ? filter : procOf(filter.proc, known);
  const command = program === undefined ? "" : ` ${quoted(program.command.value)}`;
  return [
    `the program${command} can look at every session and its mail, and refuse, change or mark it`,
    ...(program === undefined ? [] : [`it runs as ${identityOf(program.options)}, and when it fails, smtpd ends`]),
  ];
}

function procOf({ value }: Word, { model }: KnownConfiguration): ProcDirective | undefined {
  return model.configuration.lines.find(
    (line): line is ProcDirective => line.kind === "ProcDirective" && line.name.value === value,
  );
}

/** As whom a program runs. */
export function identityOf(options: readonly Option[]): string {
  const user = options.findLast(({ name }) => name === "user")?.argument as Word | undefined;
  return user === undefined ? "the user of the daemon" : `the user ${quoted(user.value)}`;
}

const moments: Readonly<Record<string, string>> = {
  connect: "when a client connects",
  helo: "when a client greets with HELO",
  ehlo: "when a client greets with EHLO",
  "mail-from": "when a client names the sender (MAIL FROM)",
  "rcpt-to": "when a client names a recipient (RCPT TO)",
  data: "before a client sends the message (DATA)",
  commit: "when the message has arrived",
};

function describePhase(
  filter: PhaseFilterDirective,
  { model, ruleset, listeners }: KnownConfiguration,
): readonly string[] {
  const phase = phaseOf(filter);
  if ((phase === "data" || phase === "commit") && !isAtLeast(model.target, "6.7.1"))
    return [`it has no effect in smtpd ${model.target}`];
  const condition = describeCondition(filterCondition(filter.condition, ruleset), listeners);
  return [`${moments[phase]}: if ${condition}, ${describeDecision(filter.decision, phase)}`];
}

function describeDecision({ name, argument }: Option, phase: string): string {
  const text = (argument as Word | undefined)?.value ?? "";
  switch (name) {
    case "reject":
      if (!isRefusal(text)) return 'the client gets "421 Internal server error" and is disconnected';
      return text.startsWith("421")
        ? `the client is disconnected with ${quoted(text)}`
        : `the client is refused with ${quoted(text)}`;
    case "disconnect":
      return `the client is disconnected with ${quoted(isRefusal(text) ? text : "421 Internal server error")}`;
    case "junk":
      return `${marked(phase)} gets the header "X-Spam: Yes", and later filters are not asked at this point`;
    case "bypass":
      return "later filters are not asked at this point";
    case "rewrite":
      return `what the client said is replaced by ${quoted(text)}, and later filters are not asked at this point`;
    default:
      return `filter programs are told ${quoted(text)}, and nothing else happens`;
  }
}

/** What `junk` marks: before the first recipient there is no message yet, and the mark stays on the session. */
function marked(phase: string): string {
  return phase === "rcpt-to" || phase === "data" ? "the message" : "all mail of the session";
}
