import { existsSync, realpathSync, statSync } from "node:fs";
import { loopbackOnly, type Machine, type Release, type TableFiles, type TableKindReader } from "smtpd-conf";
import type { Locate } from "../included-files.ts";
import { openAccountFiles, openAccounts } from "./accounts.ts";
import { type Addresses, openAddresses } from "./addresses.ts";
import { readCertificate } from "./certificates.ts";
import { openHostFiles } from "./host-files.ts";
import { locateBelow } from "./locate-below.ts";
import { readMachineFacts, readServerName } from "./machine-facts.ts";
import { readTcpServices } from "./services.ts";
import { openTableFiles } from "./table-files.ts";
import { hasProgram, hasTableProgram, programFolders } from "./table-programs.ts";

/** What a configuration can be checked against besides its text. */
export interface OpenedSurroundings {
  readonly machine: Machine;
  readonly readTableKind: TableKindReader;
  readonly tableFiles: TableFiles;
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
  const tableFiles = openTableFiles(locate);
  const files = openHostFiles({ locate, tableFiles, target, checkOwner: true });
  const addresses: Addresses = openAddresses();
  const machine: Machine = {
    facts: readMachineFacts(),
    resolves: addresses.resolves,
    interfaces: addresses.interfaces,
    hasService: (name) => services.has(name),
    hasTableProgram: (name) => hasTableProgram(programs, name, locate),
    hasProgram: (name) => hasProgram(programs, name, locate),
    fileProblem: files.fileProblem,
    fileMode: (path) => modeOf(locate(path)),
    certificate: (path) => readCertificate(locate(path)),
    ...openAccounts(),
  };
  const { settle } = addresses;
  return { machine, readTableKind: files.tableKind, tableFiles, locate, settle, hidden: files.hidden };
}

/** The places where the program itself is; a tree without any is the configuration alone, not a system. */
const daemons = ["/usr/sbin/smtpd", "/usr/local/sbin/smtpd", "/usr/bin/smtpd", "/usr/pkg/sbin/smtpd"];

/**
 * A tree of files: a container image, or a repository of configuration. What a tree cannot tell is left open: its
 * addresses always, its services, table programs and modes of files where it has no smtpd. Owners count only where the
 * tree is root's own, since in a checkout everything belongs to whoever made it.
 */
export function openRoot(folder: string, target: Release): OpenedSurroundings {
  const root = realpathSync(folder).replace(/\/$/, "");
  const locate: Locate = (path) => (path.startsWith("/") ? locateBelow(root, path) : path);
  const isSystem = daemons.map(locate).some((place) => place !== undefined && existsSync(place));
  const services = readTcpServices(locate("/etc/services")) ?? (isSystem ? new Set<string>() : undefined);
  const programs = programFolders(locate);
  const checkOwner = statSync(folder).uid === 0;
  const tableFiles = openTableFiles(locate);
  const files = openHostFiles({ locate, tableFiles, target, checkOwner });
  const hostname = readServerName(locate);
  const machine: Machine = {
    facts: hostname === undefined ? undefined : { ...loopbackOnly, hostname },
    resolves: () => undefined,
    hasService: (name) => services?.has(name),
    hasTableProgram: (name) => hasTableProgram(programs, name, locate) || (isSystem ? false : undefined),
    hasProgram: (name) => hasProgram(programs, name, locate) || (isSystem ? false : undefined),
    fileProblem: files.fileProblem,
    fileMode: (path) => (isSystem ? modeOf(locate(path)) : undefined),
    certificate: (path) => readCertificate(locate(path)),
    ...openAccountFiles(locate),
  };
  const settle = async () => false;
  return { machine, readTableKind: files.tableKind, tableFiles, locate, settle, hidden: files.hidden };
}

const permissionBits = 0o777;

/** The permission bits of a file; undefined where it cannot be looked at. */
function modeOf(place: string | undefined): number | undefined {
  try {
    return place === undefined ? undefined : statSync(place).mode & permissionBits;
  } catch {
    return undefined;
  }
}
