import type { Limit, LimitDirective } from "../../parser/ast/nodes.ts";
import { defineRule, type Rule } from "../rule.ts";

/** The three delays that keep smtpd from calling the same server again at once. None of them is 0 by default. */
const delays = ["conn-delay-route", "conn-delay-relay", "reconn-delay-route"];

type Delays = ReadonlyMap<string, Limit>;

export const mtaLimitZeroDelay: Rule = defineRule({
  code: "mta-limit-zero-delay",
  summary: "Without any delay smtpd calls a server that turns it away again and again.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ report }) => {
    const states = new Map<string | undefined, Delays>();
    return {
      LimitDirective: (line) => {
        if (line.scope !== "mta") return;
        const domain = line.domain?.value;
        const before: Delays = states.get(domain) ?? states.get(undefined) ?? new Map();
        const now = setDelays(before, line);
        states.set(domain, now);
        const last = line.limits.findLast(isZeroDelay);
        if (last === undefined || !isWithoutDelay(now) || isWithoutDelay(before)) return;
        report({
          span: last,
          message: "With all three delays at 0, smtpd calls a server that refuses TLS again and again without a pause.",
          help: 'Leave "reconn-delay-route" at 1 second at least.',
          related: related(now, last),
        });
      },
    };
  },
});

/** What the delays are after a statement. A domain starts with what is set for all at that point. */
function setDelays(before: Delays, { limits }: LimitDirective): Delays {
  return new Map([...before, ...limits.map((limit) => [limit.name.value, limit] as const)]);
}

function isWithoutDelay(state: Delays): boolean {
  return delays.every((name) => Number(state.get(name)?.value.value ?? 1) <= 0);
}

function isZeroDelay({ name, value }: Limit): boolean {
  return delays.includes(name.value) && Number(value.value) <= 0;
}

function related(state: Delays, last: Limit) {
  const others = delays.flatMap((name) => state.get(name) ?? []).filter((limit) => limit !== last);
  return others.map((span) => ({ span, message: "This delay is 0 too." }));
}
