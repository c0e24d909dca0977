import { type LookupService, optionServices, type TableUse } from "smtpd-conf";

/** Services whose tables hold passwords or accounts. */
const secretServices: ReadonlySet<LookupService> = new Set(["credentials", "auth", "userinfo"]);

/** What tables are asked for where the values may be shown. */
const openServices: ReadonlySet<LookupService> = new Set(["alias", "addrname", "mailaddrmap", "relayhost", "source"]);

/** What the entries of a table may be shown of: keys alone where values are none, or are passwords or accounts. */
export type Shown = "all" | "keys" | "nothing";

/**
 * What may be shown of a table that is used so. A list that is asked for credentials can hold passwords itself; of a mapping
 * that nothing uses, nobody knows what it is for.
 */
export function shownOf(uses: readonly TableUse[], kind: "list" | "mapping"): Shown {
  const services = uses.flatMap(({ option, regex }) => optionServices(option.info, regex).slice(0, 1));
  if (kind === "list") return services.some((service) => secretServices.has(service)) ? "nothing" : "all";
  if (services.length === 0) return "keys";
  return services.every((service) => openServices.has(service)) ? "all" : "keys";
}
