/** One case of a grammar file. */
export interface GrammarCase {
  readonly title: string;
  /** `target`, `define`, `expected`, `messages` with what stands behind them: see `README.md` in this folder. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
  /** The files that the text can include. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: string;
}

const arrow = "==>";

/** Reads `# title @option value`, the input, `==>` and what is expected of it, again and again. */
export function readCases(file: string): GrammarCase[] {
  const cases: GrammarCase[] = [];
  let rest = file.split("\n");
  while (rest.some((line) => line !== "")) {
    const title = rest.findIndex((line) => line.startsWith("# "));
    const middle = rest.indexOf(arrow, title);
    if (title < 0 || middle < 0)
      throw new Error(`a case has no title or no ${arrow}: ${rest.join("\n").slice(0, 200)}`);
    const next = rest.findIndex((line, index) => index > middle && line.startsWith("# "));
    const end = next < 0 ? rest.length : next;
    cases.push(caseFrom(rest[title] ?? "", rest.slice(title + 1, middle), rest.slice(middle + 1, end)));
    rest = rest.slice(end);
  }
  return cases;
}

/** The reverse of `readCases`. */
export function writeCases(cases: readonly GrammarCase[]): string {
  return cases.map(caseText).join("\n\n").concat("\n");
}

function caseText({ title, options, text, files, expected }: GrammarCase): string {
  const settings = [...options].flatMap(([name, values]) => values.map((value) => ` @${name}${value && ` ${value}`}`));
  const included = Object.entries(files).map(([name, content]) => `--- ${name}\n${content}`);
  return `# ${title}${settings.join("")}\n\n${text}${included.join("")}\n${arrow}\n\n${expected}`;
}

function caseFrom(heading: string, input: readonly string[], expected: readonly string[]): GrammarCase {
  const [title = "", ...settings] = heading.slice(2).split(" @");
  const [text = "", ...included] = trimmed(input).split(/^(?=--- )/m);
  return {
    title,
    options: optionsFrom(settings),
    text,
    files: Object.fromEntries(included.map(fileFrom)),
    expected: expected.join("\n").trim(),
  };
}

function optionsFrom(settings: readonly string[]): Map<string, string[]> {
  const options = new Map<string, string[]>();
  for (const setting of settings) {
    const [, name = "", value = ""] = /^(\S+)(?: (.*))?$/.exec(setting) ?? [];
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return options;
}

function fileFrom(section: string): [string, string] {
  const end = section.indexOf("\n");
  return [section.slice("--- ".length, end), section.slice(end + 1)];
}

/** The lines without the empty ones around them, each with its newline. */
function trimmed(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first < 0
    ? ""
    : lines
        .slice(first, last + 1)
        .map((line) => `${line}\n`)
        .join("");
}
