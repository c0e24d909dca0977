import { isAtLeast, type Release } from "../language/releases.ts";

/** The versions of TLS that libtls has names for, oldest first. */
export const tlsVersions = ["tlsv1.0", "tlsv1.1", "tlsv1.2", "tlsv1.3"] as const;

export type TlsVersion = (typeof tlsVersions)[number];

/** A list of protocols as libtls reads it. */
export interface TlsProtocols {
  /** The versions that are chosen, of those that it has names for. */
  readonly chosen: ReadonlySet<TlsVersion>;
  /** The parts that mean nothing to it: with one of them smtpd does not start. */
  readonly unknown: readonly string[];
}

const modern: readonly TlsVersion[] = ["tlsv1.2", "tlsv1.3"];

/** Whether smtpd can still speak TLS 1.0 and 1.1: the libtls that comes with 7.4 and later cannot. */
export function speaksOldTls(target: Release): boolean {
  return !isAtLeast(target, "7.4");
}

/**
 * Reads the value of `protocols`: names between commas or colons, in upper or lower case, `!` before one that is taken
 * out (`tls_config_parse_protocols(3)`). Blanks may stand before a name and not behind it.
 */
export function readTlsProtocols(text: string, target: Release): TlsProtocols {
  const every: readonly TlsVersion[] = speaksOldTls(target) ? tlsVersions : modern;
  const unknown: string[] = [];
  let chosen = new Set<TlsVersion>();
  for (const part of text.split(/[,:]/)) {
    const [, not, name = ""] = /^[ \t]*(!?)(.*)$/s.exec(part) ?? [];
    const versions = versionsOf(name.toLowerCase(), every);
    if (versions === undefined) unknown.push(name);
    else if (not === "") chosen = new Set([...chosen, ...versions]);
    else chosen = new Set([...(chosen.size === 0 ? every : chosen)].filter((version) => !versions.includes(version)));
  }
  return { chosen, unknown };
}

function versionsOf(name: string, every: readonly TlsVersion[]): readonly TlsVersion[] | undefined {
  if (name === "all" || name === "legacy" || name === "tlsv1") return every;
  if (name === "default" || name === "secure") return modern;
  return tlsVersions.find((version) => version === name) && [name as TlsVersion];
}
