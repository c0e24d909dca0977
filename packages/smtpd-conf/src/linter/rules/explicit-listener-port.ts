import { listenerOf } from "../../model/listener.ts";
import { after, isEditable } from "../place.ts";
import { defineRule, type Rule } from "../rule.ts";

export const explicitListenerPort: Rule = defineRule({
  code: "explicit-listener-port",
  summary: "A listener without `port` leaves it to the reader to know which one it has.",
  category: "style",
  severity: "hint",
  recommended: false,
  strict: true,
  fix: "safe",
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (line) => {
      const { interface: address, options } = line;
      if (address === undefined || options.some(({ name }) => name === "port")) return;
      const { port } = listenerOf(line);
      const edits = isEditable(address) ? [{ span: after(address), text: ` port ${port}` }] : [];
      report({
        span: address,
        message: `Without a port this listener has port ${port}.`,
        help: `Write it out: port ${port}.`,
        fixes: edits.length > 0 ? [{ title: `Write port ${port}`, safe: true, edits }] : [],
      });
    },
  }),
});
