import { existsSync, readdirSync } from "node:fs";
import type { Locate } from "../included-files.ts";

/** The folders in which the smtpd of some system looks for its programs `table-NAME`. */
const folders = [
  // Debian, Fedora, Gentoo, Void
  "/usr/libexec/opensmtpd",
  // Alpine, and Debian of old
  "/usr/lib/opensmtpd",
  // Arch
  "/usr/lib/smtpd/opensmtpd",
  // OpenBSD, and its packages
  "/usr/libexec/smtpd",
  "/usr/local/libexec/smtpd",
  // FreeBSD, NetBSD, and what was built by hand
  "/usr/local/libexec/opensmtpd",
  "/usr/pkg/libexec/opensmtpd",
  // NixOS
  "/run/current-system/sw/libexec/opensmtpd",
];

/** Where the programs of Debian's multi-architecture packages are, one level further down. */
const architectures = "/usr/lib";

/** The folders in which there may be programs of smtpd. */
export function programFolders(locate: Locate): string[] {
  return [...folders, ...multiArchitectureFolders(locate(architectures))];
}

function multiArchitectureFolders(place: string | undefined): string[] {
  try {
    const names = place === undefined ? [] : readdirSync(place);
    return names.filter((name) => name.includes("-linux-")).map((name) => `${architectures}/${name}/opensmtpd`);
  } catch {
    return [];
  }
}

/** Whether one of the folders has `table-NAME`; that it is there is all that smtpd asks when it checks. */
export function hasTableProgram(candidates: readonly string[], name: string, locate: Locate): boolean {
  return hasProgram(candidates, `table-${name}`, locate);
}

/** Whether there is a program: at its path, or in one of the folders where it has none. */
export function hasProgram(candidates: readonly string[], name: string, locate: Locate): boolean {
  const paths = name.startsWith("/") ? [name] : candidates.map((folder) => `${folder}/${name}`);
  return paths.map(locate).some((place) => place !== undefined && existsSync(place));
}
