import type { TableFault } from "../model/table-file.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";

/**
 * What smtpd would ask the machine that it runs on, besides the text. Where an answer cannot be known (a tree of files has
 * no interfaces) it is undefined, and the checks judge by the text alone.
 */
export interface Machine {
  /** What smtpd asks of the machine when it starts; absent where only files are known. */
  readonly facts?: MachineFacts | undefined;
  /** Whether `listen on` finds an interface, an address or a host name, of this family where one is given. */
  readonly resolves: (address: string, family: AddressFamily | undefined) => boolean | undefined;
  /** The names of the interfaces, for the help of a message. */
  readonly interfaces?: readonly string[];
  /** Whether services(5) has a TCP service of this name. */
  readonly hasService: (name: string) => boolean | undefined;
  /** Whether there is a program `table-NAME` for a table backend. */
  readonly hasTableProgram: (name: string) => boolean | undefined;
  /** Whether there is a program: an absolute path, or a name in the folder of smtpd's own programs. */
  readonly hasProgram?: (name: string) => boolean | undefined;
  /** Why smtpd does not take a file that it reads when it checks; undefined where it does. */
  readonly fileProblem: (path: string, use: FileUse) => FileProblem | undefined;
  /** The permission bits of a file; undefined where they are not known, or say nothing (of a checkout). */
  readonly fileMode?: (path: string) => number | undefined;
  /** The first certificate of a PEM file; undefined where there is none that can be read. */
  readonly certificate?: (path: string) => CertificateFacts | undefined;
  /** Whether the system has a user of this name. */
  readonly hasUser?: (name: string) => boolean | undefined;
  /** Whether the system has a group of this name. */
  readonly hasGroup?: (name: string) => boolean | undefined;
}

/** When a certificate counts, in whole days from now: negative numbers lie in the past. */
export interface CertificateFacts {
  readonly daysUntilStart: number;
  readonly daysUntilEnd: number;
}

export type AddressFamily = "inet4" | "inet6";

/** What smtpd reads a file for. */
export type FileUse = "table" | "database" | "cert" | "ca" | "key";

/** Why smtpd does not take a file. */
export type FileProblem =
  /** `special`: a device or a pipe; `failed`: the system's error is the detail. */
  | { readonly reason: "missing" | "directory" | "special" }
  | { readonly reason: "failed"; readonly detail: string }
  /** The number of the user that owns it; smtpd wants user 0. */
  | { readonly reason: "owner"; readonly owner: number }
  /** The permission bits that it has, and those that it may have at most. */
  | { readonly reason: "mode"; readonly mode: number; readonly most: number }
  /** A line of a table file that smtpd cannot read. */
  | { readonly reason: "entry"; readonly fault: TableFault }
  /** A file that holds something else than it should. */
  | { readonly reason: "content" }
  /** A private key that is protected by a passphrase. */
  | { readonly reason: "passphrase" };
