import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What of a package's manifest says which packages its sources may import. */
export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The sources and manifests to judge, by path below `packages/`: `cli/src/main.ts`, `cli`. */
export interface Tree {
  readonly sources: ReadonlyMap<string, string>;
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** The folders of the library and the packages, each of which may import those before it. */
const folders = ["language", "parser", "model", "runtime", "analysis", "linter", "wording"];
const packages: Readonly<Record<string, readonly string[]>> = {
  "smtpd-conf": [],
  cli: ["smtpd-conf"],
  "language-service": ["smtpd-conf"],
  "language-server": ["smtpd-conf", "cli", "language-service"],
  vscode: ["language-server"],
};
/** Packages that also run where there is no Node, such as a browser. */
const pure = ["smtpd-conf", "language-service"];
/** What the program that runs a package provides by itself. */
const provided: Readonly<Record<string, readonly string[]>> = { vscode: ["vscode"] };
/** Packages whose dependencies are bundled into what is shipped, and need no installing. */
const bundled = ["cli", "language-server", "vscode"];

interface Import {
  readonly from: string;
  readonly name: string;
}

/** Every import that goes against the order of layers, and every cycle, in words; empty where all is well. */
export function findViolations(tree: Tree): readonly string[] {
  const imports = [...tree.sources].flatMap(([from, text]) => importsOf(text).map((name) => ({ from, name })));
  return [...imports.flatMap((one) => violationsOf(one, tree)), ...cyclesIn(tree, imports)];
}

function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
}

function violationsOf(one: Import, tree: Tree): readonly string[] {
  const problem = one.name.startsWith(".") ? problemOfRelative(one, tree) : problemOfBare(one, tree);
  return problem === undefined ? [] : [`${one.from} imports "${one.name}": ${problem}`];
}

function problemOfRelative({ from, name }: Import, tree: Tree): string | undefined {
  const target = join(dirname(from), name);
  if (!tree.sources.has(target)) return "there is no such source";
  if (packageOf(target) !== packageOf(from)) return `it reaches into ${packageOf(target)}`;
  if (packageOf(from) !== "smtpd-conf") return undefined;
  return isRightward(from, target) ? `${layerOf(from)} comes before ${layerOf(target)}` : undefined;
}

function problemOfBare({ from, name }: Import, { manifests }: Tree): string | undefined {
  const own = packageOf(from);
  if (isBuiltin(name)) return pure.includes(own) ? `${own} also runs without Node` : undefined;
  if (provided[own]?.includes(name)) return undefined;
  const dependency = name.split("/", name.startsWith("@") ? 2 : 1).join("/");
  if (!declared(own, manifests.get(own)).includes(dependency)) return `${own} does not declare ${dependency}`;
  if (dependency === "chevrotain" && layerOf(from) !== "parser") return "only the parser knows chevrotain";
  const folder = [...manifests].find(([, manifest]) => manifest.name === dependency)?.[0];
  if (folder === undefined || packages[own]?.includes(folder)) return undefined;
  return `${own} comes before ${folder}`;
}

function declared(own: string, manifest: Manifest | undefined): readonly string[] {
  const development = bundled.includes(own) ? manifest?.devDependencies : {};
  return Object.keys({ ...manifest?.dependencies, ...development });
}

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

function packageOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/** The folder below `src`, or the name of a file that lies in `src` itself. */
function layerOf(path: string): string {
  return path.split("/")[2] ?? "";
}

/** Whether a file of the library imports from a later layer; `src/index.ts` is the last of all. */
function isRightward(from: string, target: string): boolean {
  const [here, there] = [from, target].map((path) => {
    const index = folders.indexOf(layerOf(path));
    return index < 0 ? folders.length : index;
  }) as [number, number];
  return there > here;
}

function cyclesIn(tree: Tree, imports: readonly Import[]): readonly string[] {
  const graph = new Map<string, string[]>([...tree.sources.keys()].map((path) => [path, []]));
  for (const { from, name } of imports) if (name.startsWith(".")) graph.get(from)?.push(join(dirname(from), name));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push(`cycle: ${[...trail.slice(start), path].join(" → ")}`);
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
