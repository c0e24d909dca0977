/** The form that a text of a rule's option has. */
export interface OptionSyntax {
  /** What such a text is, with its article: `a network`. */
  readonly noun: string;
  readonly example: string;
  /** A regular expression that finds such a text and no other. */
  readonly pattern: string;
}

const octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const inet4 = `${octet}(?:\\.${octet}){3}`;
const group = "[0-9a-fA-F]{1,4}";

/** Eight groups, or fewer on both sides of `::`. */
const inet6 = [
  `(?:${group}:){7}(?:${group}|:)`,
  ...[6, 5, 4, 3, 2, 1].map((before) => `(?:${group}:){${before}}${groupsAfter(before)}`),
  `:${groupsAfter(0)}`,
].join("|");

/** The second colon of `::` and the groups behind it, seven with those before at most. */
function groupsAfter(before: number): string {
  return `:(?:${group}(?::${group}){0,${6 - before}})?`;
}

const network = `(?:${inet4}(?:/(?:3[0-2]|[12]?\\d))?|(?:${inet6})(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?)`;
const label = "[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?";
const hostName = `(?:\\*\\.)?${label}(?:\\.${label})*`;

/** The forms that texts of options can have. */
export const optionSyntaxes = {
  network: { noun: "an address or a network", example: "10.0.0.0/8", pattern: `^${network}$` },
  domain: { noun: "a domain", example: "example.org", pattern: `^${label}(?:\\.${label})*$` },
  host: {
    noun: "a host name, with *. for all below a domain, or a network",
    example: "*.example.org",
    pattern: `^(?:${hostName}|${network})$`,
  },
  name: { noun: "a name, with * for any text", example: "shared-*", pattern: "^[^\\s]+$" },
  user: { noun: "the name of a user or group", example: "vmail", pattern: "^[^\\s:]+$" },
} as const satisfies Readonly<Record<string, OptionSyntax>>;
