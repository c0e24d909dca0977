import type { Configuration, Inclusion } from "./configuration.ts";

/** Reasons of ours: smtpd, which starts as root and reads what it likes, may well have the file. */
const ours: ReadonlySet<Inclusion["failure"]> = new Set(["denied", "outside", "special", "too-large", "too-many"]);

/** Whether a file is included that was not read here although smtpd may have it: nobody knows what stands in it. */
export function hasUnreadInclusion({ inclusions }: Configuration): boolean {
  return inclusions.some(({ failure }) => ours.has(failure));
}
