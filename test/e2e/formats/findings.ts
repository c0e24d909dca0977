import { type HostileFolder, runOnHostile } from "./inputs.ts";

/** A place as `--format json` has it. */
export interface JsonPlace {
  readonly path: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

export interface JsonFinding extends JsonPlace {
  readonly code: string;
  readonly kind: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  readonly help: string | null;
  readonly related: readonly JsonPlace[];
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly (JsonPlace & { readonly text: string })[];
  }[];
}

export interface JsonFile {
  readonly path: string;
  readonly error?: string;
  readonly diagnostics: readonly JsonFinding[];
}

/** What the JSON format, which has a schema and tests of its own, says of the files: the others must say the same. */
export function filesIn(output: string): readonly JsonFile[] {
  return (JSON.parse(output) as { readonly files: readonly JsonFile[] }).files;
}

export function hostileFindings(folder: HostileFolder): readonly JsonFinding[] {
  return filesIn(runOnHostile("json", folder).stdout).flatMap(({ diagnostics }) => diagnostics);
}

/** Where a file is that a configuration names by an absolute path: these are checked with --root and the working directory. */
export function pathOf(path: string): string {
  return path.replace(/^\//, "");
}
