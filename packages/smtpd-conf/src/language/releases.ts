/** The portable releases in which smtpd.conf(5) or the verdict of `smtpd -n` changed, oldest first. */
export const releases = [
  "6.4.0",
  "6.4.1",
  "6.4.2",
  "6.6.0",
  "6.6.4",
  "6.7.1",
  "6.8.0",
  "7.3",
  "7.4",
  "7.5",
  "7.6",
  "7.7",
  "7.8",
  "7.9",
] as const;

export type Release = (typeof releases)[number];

/** When a construct is part of the language: from `since` (6.4.0 where absent) up to and including `until`. */
export interface Availability {
  readonly since?: Release;
  readonly until?: Release;
}

export const oldestRelease: Release = "6.4.0";
export const newestRelease: Release = "7.9";

const order = new Map<Release, number>(releases.map((release, index) => [release, index]));

/** Whether `target` is `since` or newer. */
export function isAtLeast(target: Release, since: Release): boolean {
  return (order.get(target) ?? 0) >= (order.get(since) ?? 0);
}

/** Whether a construct with these limits is part of the language of `target`. */
export function isAvailable(limits: Availability, target: Release): boolean {
  if (limits.since !== undefined && !isAtLeast(target, limits.since)) return false;
  return limits.until === undefined || isAtLeast(limits.until, target);
}

/**
 * The release that a user names: `7.9`, `6.8.0p2`, `OpenSMTPD 7.4.0p1`; two numbers mean the last release of that line.
 * A patch release without an entry of its own (6.6.2, 6.7.0) counts as the entry before it. Undefined for anything that
 * is no portable release from 6.4 on (6.5 and 7.0 to 7.2 were never published).
 */
export function parseRelease(text: string): Release | undefined {
  const match = /^(?:opensmtpd[ -])?(\d+)\.(\d+)(?:\.(\d+))?(?:p\d+)?$/i.exec(text.trim());
  if (!match) return undefined;
  const line = `${match[1]}.${match[2]}`;
  const candidates = releases.filter((release) => release === line || release.startsWith(`${line}.`));
  const patch = match[3] === undefined ? Number.POSITIVE_INFINITY : Number(match[3]);
  return candidates.findLast((release) => patchOf(release) <= patch) ?? candidates[0];
}

function patchOf(release: Release): number {
  return Number(release.split(".")[2] ?? 0);
}
