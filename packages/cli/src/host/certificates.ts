import { X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { CertificateFacts } from "smtpd-conf";
import { largestSize } from "../read-source.ts";

const millisecondsOfADay = 24 * 60 * 60 * 1000;

/** The first certificate of a PEM file, which is the server's own; undefined where there is none that can be read. */
export function readCertificate(place: string | undefined): CertificateFacts | undefined {
  try {
    const stats = place === undefined ? undefined : statSync(place);
    if (place === undefined || !stats?.isFile() || stats.size > largestSize) return undefined;
    const { validFrom, validTo } = new X509Certificate(readFileSync(place));
    return { daysUntilStart: daysUntil(validFrom), daysUntilEnd: daysUntil(validTo) };
  } catch {
    return undefined;
  }
}

/** Whole days from now to a moment, rounded down: -1 is less than a day ago. */
function daysUntil(moment: string): number {
  return Math.floor((Date.parse(moment) - Date.now()) / millisecondsOfADay);
}
