import { existsSync, realpathSync, statSync } from "node:fs";
import type { Machine, Release, TableKindReader } from "smtpd-conf";
import type { Locate } from "../included-files.ts";
import { type Addresses, openAddresses } from "./addresses.ts";
import { openHostFiles } from "./host-files.ts";
import { locateBelow } from "./locate-below.ts";
import { readTcpServices } from "./services.ts";
import { hasTableProgram, programFolders } from "./table-programs.ts";

/** What a configuration can be checked against besides its text. */
export interface OpenedSurroundings {
  readonly machine: Machine;
  readonly readTableKind: TableKindReader;
  readonly locate: Locate;
  /** Looks up what could not be answered at once; whether the answers may be others now. */
  readonly settle: () => Promise<boolean>;
  /** Files that could not be looked at, since this user may not read them. */
  readonly hidden: ReadonlySet<string>;
}

/** This machine: everything that `smtpd -n` would ask it. */
export function openHost(target: Release): OpenedSurroundings {
  const locate: Locate = (path) => path;
  const services = readTcpServices("/etc/services") ?? new Set();
  const programs = programFolders(locate);
  const files = openHostFiles({ locate, target, checkOwner: true });
  const addresses: Addresses = openAddresses();
  const machine: Machine = {
    resolves: addresses.resolves,
    interfaces: addresses.interfaces,
    hasService: (name) => services.has(name),
    hasTableProgram: (name) => hasTableProgram(programs, name, locate),
    fileProblem: files.fileProblem,
  };
  return { machine, readTableKind: files.tableKind, locate, settle: addresses.settle, hidden: files.hidden };
}

/** The places where the program itself is; a tree without any is the configuration alone, not a system. */
const daemons = ["/usr/sbin/smtpd", "/usr/local/sbin/smtpd", "/usr/bin/smtpd", "/usr/pkg/sbin/smtpd"];

/**
 * A tree of files: a container image, or a repository of configuration. What a tree cannot tell is left open: its
 * addresses always, its services and table programs where it has no smtpd. Owners count only where the tree is root's own,
 * since in a checkout everything belongs to whoever made it.
 */
export function openRoot(folder: string, target: Release): OpenedSurroundings {
  const root = realpathSync(folder).replace(/\/$/, "");
  const locate: Locate = (path) => (path.startsWith("/") ? locateBelow(root, path) : path);
  const isSystem = daemons.map(locate).some((place) => place !== undefined && existsSync(place));
  const services = readTcpServices(locate("/etc/services")) ?? (isSystem ? new Set<string>() : undefined);
  const programs = programFolders(locate);
  const checkOwner = statSync(folder).uid === 0;
  const files = openHostFiles({ locate, target, checkOwner });
  const machine: Machine = {
    resolves: () => undefined,
    hasService: (name) => services?.has(name),
    hasTableProgram: (name) => hasTableProgram(programs, name, locate) || (isSystem ? false : undefined),
    fileProblem: files.fileProblem,
  };
  return { machine, readTableKind: files.tableKind, locate, settle: async () => false, hidden: files.hidden };
}
