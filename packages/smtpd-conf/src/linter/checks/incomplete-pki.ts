import type { Option } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

/** All statements about one pki: they add up. */
interface Group {
  readonly name: Word;
  readonly options: Option[];
  /** One of the statements has a mistake, so that what is missing may stand in it. */
  broken: boolean;
}

export const incompletePki: Check = defineCheck({
  code: "incomplete-pki",
  summary: "A pki needs a certificate and a key.",
  remembers: true,
  create: ({ report }) => {
    const groups = new Map<string, Group>();
    const groupOf = (name: Word): Group => {
      const key = name.value.toLowerCase();
      const group = groups.get(key) ?? { name, options: [], broken: false };
      groups.set(key, group);
      return group;
    };
    return {
      PkiDirective: ({ name, options }) => void groupOf(name).options.push(...options),
      BrokenStatement: ({ partial }) => {
        if (partial?.kind === "PkiDirective" && partial.name !== undefined) groupOf(partial.name).broken = true;
      },
      end: () => {
        for (const group of groups.values()) {
          const problem = group.broken ? undefined : problemOf(group);
          if (problem !== undefined) report(problem);
        }
      },
    };
  },
});

function problemOf({ name, options }: Group): Problem | undefined {
  const missing = (["cert", "key"] as const).filter((part) => !options.some((option) => option.name === part));
  if (missing.length === 0) return undefined;
  const nouns = missing.map((part) => (part === "cert" ? "certificate" : "key")).join(" and no ");
  return {
    span: name,
    message: `The pki "${name.value}" has no ${nouns}, and smtpd does not start without.`,
    help: `Add ${missing.map((part) => `${part} "/path/to/file"`).join(" ")}.`,
  };
}
