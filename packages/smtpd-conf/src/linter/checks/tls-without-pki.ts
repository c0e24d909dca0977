import { isAtLeast } from "../../language/releases.ts";
import type { Model } from "../../model/model.ts";
import type { Option } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { asWord } from "../fix.ts";
import { tlsOption } from "../listener.ts";
import { oncePerModel } from "../once-per-model.ts";
import { isEditable } from "../place.ts";

export const tlsWithoutPki: Check = defineCheck({
  code: "tls-without-pki",
  summary: "From 7.3 on, a listener with TLS must name a pki.",
  create: (context) => {
    if (!isAtLeast(context.target, "7.3")) return {};
    const pkis = oncePerModel(context, ({ model }) => namesOf(model));
    return {
      ListenDirective: ({ options }) => {
        if (options.some(({ name }) => name === "pki")) return;
        const tls = tlsOption({ options });
        if (tls === undefined) return;
        const names = pkis();
        context.report({
          span: tls,
          message: `"${tls.name}" needs a pki: from 7.3 on smtpd does not look for one by the server's name.`,
          help: helpFor(names),
          fixes: names.length === 1 ? insertion(tls, `pki ${names[0]}`) : [],
        });
      },
    };
  },
});

/** The names of all pkis, as they are written. */
function namesOf({ definitions }: Model): readonly string[] {
  return [...new Set(definitions.filter(({ space }) => space === "pki").map(({ name }) => asWord(name)))];
}

function helpFor(names: readonly string[]): string {
  if (names.length === 0) return 'Define one with pki NAME cert "…" key "…", and add pki NAME to the listener.';
  return `Add pki ${names.slice(0, 4).join(" or pki ")} to the listener.`;
}

function insertion(tls: Option, text: string): Fix[] {
  if (!isEditable(tls.suffix ?? tls.keyword)) return [];
  const edit = { span: { source: tls.source, start: tls.end, end: tls.end }, text: ` ${text}` };
  return [{ title: `Add ${text}`, safe: false, edits: [edit] }];
}
