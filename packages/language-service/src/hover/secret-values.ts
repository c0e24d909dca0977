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

const secrets: readonly RegExp[] = [
  // The hash of a password (crypt(3)), also with the scheme that Dovecot puts before it.
  /^\{[A-Za-z0-9.-]+\}|\$[0-9a-z]{1,7}\$/,
  // A user and a password before the host of a URL.
  /^(?:[a-z+]+:\/\/)?[^\s:@/[\]]+:(?!\/\/)[^@\s]*@/i,
  // A user and a password. Behind the colon of a host stands a number, and addresses have more colons.
  /^[^\s:/[\]]+:[^\s:/]*[^\s:/\d][^\s:/]*$/,
];

/** Whether a text looks like a password, or holds one. */
export function looksSecret(text: string): boolean {
  return secrets.some((secret) => secret.test(text));
}
