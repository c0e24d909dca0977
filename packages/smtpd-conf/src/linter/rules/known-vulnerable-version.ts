import { isAvailable } from "../../language/releases.ts";
import { tableBackends } from "../../language/table-backends.ts";
import { type Exposure, type VulnerabilityInfo, vulnerabilities } from "../../language/vulnerabilities.ts";
import { isIpv4 } from "../../model/ip-address.ts";
import type { Listener } from "../../model/listener.ts";
import { listenersOf } from "../../model/listener.ts";
import type { Model } from "../../model/model.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const knownVulnerableVersion: Rule = defineRule({
  code: "known-vulnerable-version",
  summary: "The release has a known vulnerability that matters to this configuration.",
  category: "security",
  severity: "warning",
  recommended: false,
  strict: true,
  until: "7.7",
  scope: "configuration",
  options: {
    fixed: {
      kind: "choices",
      choices: vulnerabilities.map(({ id }) => id),
      summary: "What the package of your system has been mended of, although it keeps the number of its release.",
      default: [],
    },
  },
  create: ({ model, target, configuration, report }, { fixed }) => ({
    end: () => {
      const [first] = configuration.lines[0]?.tokens ?? [];
      const open = vulnerabilities.filter((info) => isAvailable(info, target) && !fixed.includes(info.id));
      const found = open.filter(({ exposure }) => isExposed[exposure](model));
      if (first !== undefined && found.length > 0) report({ span: first, ...describe(target, found) });
    },
  }),
});

function describe(target: string, found: readonly VulnerabilityInfo[]): Pick<Problem, "message" | "help"> {
  const many = found.length === 1 ? "a vulnerability" : `${found.length} vulnerabilities`;
  const list = found.map(({ id, effect, fixedIn }) => `${id} (before ${fixedIn} ${effect})`).join("; ");
  return {
    message: `OpenSMTPD ${target} has ${many} that this configuration is exposed to: ${list}.`,
    help: `Update to ${found.at(-1)?.fixedIn} or later, unless the package of your system has the fixes.`,
  };
}

const isExposed: Readonly<Record<Exposure, (model: Model) => boolean>> = {
  everything: () => true,
  delivery: (model) => hasMethod(model, ["mbox", "maildir", "lmtp", "mda"]),
  mailbox: (model) => hasMethod(model, ["mbox", "lmtp"]),
  relay: (model) => hasMethod(model, ["relay"]),
  regex: ({ tableUses }) => tableUses.some(({ regex }) => regex),
  "listener-filter": (model) => listenersOf(model).some(({ filters }) => filters.length > 0),
  ipv6: (model) => listenersOf(model).some(hasNeighbours),
  "program-table": ({ tables }) => [...tables.values()].some(({ backend }) => !isBuiltIn(backend)),
};

function hasMethod({ actions }: Model, methods: readonly string[]): boolean {
  return actions.some(({ method }) => methods.includes(method.name));
}

/** Whether clients of the same network can come over IPv6: not to the loopback, and not where only IPv4 is. */
function hasNeighbours({ exposure, directive }: Listener): boolean {
  if (exposure === "socket" || exposure === "loopback" || isIpv4(directive.interface?.value ?? "")) return false;
  return !directive.options.some(({ name }) => name === "inet4");
}

function isBuiltIn(backend: string): boolean {
  const info = tableBackends.find(({ name }) => name === backend);
  return backend !== "proc" && info?.origin === "built-in";
}
