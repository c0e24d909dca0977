import type { Model } from "../../model/model.ts";
import type { MemberFilter } from "../../model/resolve-filters.ts";
import type { ActionDirective, MatchDirective } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { commandOf, type FilteredListener, filteredListeners, namingWord } from "../filter-lists.ts";
import { relaysToLoopback } from "../relay-loopback.ts";
import { defineRule, type Rule } from "../rule.ts";

export const unsignedLocalMail: Rule = defineRule({
  code: "unsigned-local-mail",
  summary: "Mail of users is signed, and mail of the machine itself is not.",
  category: "intent",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      const signing = filteredListeners({ model, analysis }).flatMap((use) => signers(use, model));
      const [first] = signing;
      if (first === undefined || signing.some(({ use }) => use.listener.exposure === "socket")) return;
      if (relaysOwnMail(model)) report(problemOf(first, model));
    },
  }),
});

/** A filter that signs, and a listener that has it. */
interface Signer {
  readonly filter: MemberFilter;
  readonly use: FilteredListener;
}

/** The filters of a listener that sign mail by DKIM, as their commands tell. */
function signers(use: FilteredListener, model: Model): readonly Signer[] {
  const signing = use.members.filter((filter) => /dkim-?sign/.test(commandOf(filter, model) ?? ""));
  return signing.map((filter) => ({ filter, use }));
}

/** Whether mail of this machine leaves it directly; what first goes to a program of the machine may be signed there. */
function relaysOwnMail(model: Model): boolean {
  const relays = model.actions.filter(({ method }) => method.name === "relay");
  if (relays.some(relaysToLoopback)) return false;
  const names = new Set(relays.map(({ name }: ActionDirective) => name.value));
  return model.rules.some((rule) => isForOwnMail(rule) && names.has(rule.action?.value ?? ""));
}

function isForOwnMail({ conditions }: MatchDirective): boolean {
  if (conditions.some(({ name }) => name === "tag")) return false;
  const source = conditions.find(({ scope }) => scope?.value === "from");
  return source === undefined || (source.not === undefined && (source.name === "local" || source.name === "any"));
}

function problemOf({ filter, use }: Signer, model: Model): Problem {
  const name = filter.name.value;
  const socket = model.listeners.find(({ socket }) => socket !== undefined);
  return {
    span: namingWord(filter, use.listener, model) ?? filter.name,
    message: `The filter "${name}" signs what comes in here, and not what programs of this machine send.`,
    help: socket ? `Name "${name}" on the socket as well.` : `Add the line: listen on socket filter "${name}".`,
    related: socket && [{ span: socket, message: "Mail of this machine comes in here." }],
  };
}
