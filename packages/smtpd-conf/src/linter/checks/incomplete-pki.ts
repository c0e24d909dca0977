import type { PkiDirective } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";

export const incompletePki: Check = defineCheck({
  code: "incomplete-pki",
  summary: "A pki needs a certificate and a key.",
  create: ({ report }) => {
    const groups = new Map<string, PkiDirective[]>();
    return {
      PkiDirective: (line) => {
        const name = line.name.value.toLowerCase();
        groups.set(name, [...(groups.get(name) ?? []), line]);
      },
      end: () => {
        for (const [first, ...others] of groups.values()) {
          const options = [first, ...others].flatMap((line) => line?.options ?? []);
          const missing = (["cert", "key"] as const).filter((name) => !options.some((option) => option.name === name));
          if (first === undefined || missing.length === 0) continue;
          const nouns = missing.map((name) => (name === "cert" ? "certificate" : "key")).join(" and no ");
          report({
            span: first.name,
            message: `The pki "${first.name.value}" has no ${nouns}, and smtpd does not start without.`,
            help: `Add ${missing.map((name) => `${name} "/path"`).join(" ")}.`,
          });
        }
      },
    };
  },
});
