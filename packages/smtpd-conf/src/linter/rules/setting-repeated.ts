import type { ActionDirective, BounceDirective, LimitDirective, SettingDirective } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const settingRepeated: Rule = defineRule({
  code: "setting-repeated",
  summary: "Of a setting that is given twice, only the last one counts.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ report }) => {
    const last = new Map<string, Span>();
    let snapshot = 0;
    const add = ({ key, name, span }: Setting) => {
      const earlier = last.get(key);
      last.set(key, span);
      if (earlier !== undefined && earlier.source === span.source) report(problemOf(name, earlier, span));
    };
    return {
      SettingDirective: (line) => settingOf(line).forEach(add),
      BounceDirective: (line) => add(bounceSetting(line)),
      ActionDirective: (line) => optionsOf(line).forEach(add),
      LimitDirective: (line) => {
        if (line.domain !== undefined) snapshot++;
        limitsOf(line, snapshot).forEach(add);
      },
    };
  },
});

/** One value of the daemon that a statement sets. */
interface Setting {
  readonly key: string;
  /** In the words of the language. */
  readonly name: string;
  readonly span: Span;
}

/** `queue compression` has no value that a second one could replace. */
function settingOf({ name, info, source, start, end }: SettingDirective): readonly Setting[] {
  return info.argument === "none" ? [] : [{ key: name, name, span: { source, start, end } }];
}

function bounceSetting({ source, start, end }: BounceDirective): Setting {
  const name = "bounce warn-interval";
  return { key: name, name, span: { source, start, end } };
}

/** The options that an action takes several times; they are no family of which it could have only one. */
function optionsOf({ options, start }: ActionDirective): readonly Setting[] {
  const repeatable = options.filter(({ info }) => info.family === undefined);
  return repeatable.map((option) => ({ key: `action at ${start} ${option.name}`, name: option.name, span: option }));
}

/**
 * The limits of a statement. The first ones for a domain begin with the general ones of that moment, which were of use
 * then: `snapshot` counts those moments.
 */
function limitsOf({ scope, domain, limits, options }: LimitDirective, snapshot: number): readonly Setting[] {
  const general = scope === "mta" ? `mta limit ${snapshot}` : `${scope} limit`;
  const place = domain === undefined ? general : `mta limit for domain ${domain.value}`;
  return [
    ...limits.map((limit) => ({ key: `${place} ${limit.name.value}`, name: limit.name.value, span: limit })),
    ...options.map((option) => ({ key: `${place} family`, name: "address family", span: option })),
  ];
}

function problemOf(name: string, earlier: Span, later: Span): Problem {
  return {
    span: earlier,
    message: `This ${name} is replaced by a later one.`,
    help: "Only the last one counts: remove the other.",
    related: [{ span: later, message: "This one counts." }],
  };
}
