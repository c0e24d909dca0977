import type { Listener } from "../../model/listener.ts";
import type { MatchDirective } from "../../parser/ast/nodes.ts";
import { exchangePort, submissionPorts, tagsOf } from "../receiving.ts";
import { relaysToLoopback } from "../relay-loopback.ts";
import { defineRule, type Rule } from "../rule.ts";

export const publicFilterReturnPort: Rule = defineRule({
  code: "public-filter-return-port",
  summary: "A port for mail that comes back from a scanner is open to everybody.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      if (!model.actions.some(relaysToLoopback)) return;
      const isAskedFor = tagsOf(model.rules.filter(asksForTag));
      for (const { directive, tag } of analysis.listeners().filter(isReturnPort)) {
        if (!isAskedFor(tag)) continue;
        report({
          span: directive.interface ?? directive,
          message: `Anybody can hand in mail here, and the tag "${tag}" lets it pass as already scanned.`,
          help: 'Listen on the loopback: write "127.0.0.1" or "localhost" here.',
        });
      }
    },
  }),
});

/** A port of its own, with a tag and nothing to prove who one is. */
function isReturnPort({ exposure, port, auth, tag, proxied }: Listener): boolean {
  if (exposure !== "public" || auth !== "none" || proxied || tag === "" || port === undefined) return false;
  return port !== exchangePort && !submissionPorts.includes(port);
}

function asksForTag({ conditions }: MatchDirective): boolean {
  return conditions.some(({ name, not }) => name === "tag" && not === undefined);
}
