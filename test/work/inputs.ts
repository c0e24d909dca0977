import type { LintInput } from "../../packages/smtpd-conf/src/linter/lint.ts";
import type { FileContent } from "../../packages/smtpd-conf/src/parser/files.ts";

/** Something to check that grows with `size`: twice the size may take twice the work, and hardly more. */
export interface GrowingInput {
  readonly title: string;
  /** The smallest of the three sizes that are measured; the others are twice and four times as much. */
  readonly size: number;
  readonly make: (size: number) => Omit<LintInput, "path">;
}

/** The same for each number below `size`, one behind the other. */
export function repeat(size: number, line: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => line(index)).join("");
}

/** An input of lines. */
function lines(title: string, size: number, line: (index: number) => string, frame = ["", ""]): GrowingInput {
  const [before = "", after = ""] = frame;
  return { title, size, make: (count) => ({ text: before + repeat(count, line) + after }) };
}

/** An input that is any text. */
function text(title: string, size: number, make: (size: number) => string): GrowingInput {
  return { title, size, make: (count) => ({ text: make(count) }) };
}

/** Files that include one another: `read` says what stands in the file of a number. */
function included(title: string, size: number, content: (index: number, size: number) => string): GrowingInput {
  const make = (count: number) => {
    const read = (path: string): FileContent => {
      const index = Number(path.slice(1));
      if (index >= count) return { kind: "failed", reason: "missing" };
      return { kind: "file", text: content(index, count), encoding: "utf8" };
    };
    return { text: "include f0\n", files: { read } };
  };
  return { title, size, make };
}

const word = (index: number) => `w${100_000 + index}`;

/** A comment for smtpd-lint on a line of its own. */
const silence = (words: string) => `# smtpd-lint: ${words}\n`;

/** What can go wrong in a file that somebody else has written, many times over. */
export const growingInputs: readonly GrowingInput[] = [
  lines(
    "valid lines of all kinds",
    500,
    (index) =>
      `table t${index} { a, "b" }\naction a${index} relay host x auth <t${index}> # note\nmatch from any for domain <t${index}> action a${index}\n`,
  ),
  lines("names defined and used", 1000, (index) => `table t${index} { a }\nmatch from src <t${index}> reject\n`),
  lines(
    "names used and defined further down",
    1000,
    (index) => `match for any action a${index}\naction a${index + 1} mbox\n`,
  ),
  lines(
    "names that are nowhere defined",
    1000,
    (index) => `table known${index} { a }\nmatch from src <unknown${index}> reject\n`,
  ),
  lines("one name defined again and again", 1000, () => "table t { a }\n"),
  lines("filters in chains", 1000, (index) => `filter f${index} proc-exec x\nfilter c${index} chain { f${index} }\n`),
  lines(
    "listeners with pki",
    1000,
    (index) => `pki p${index} cert c key k\nlisten on lo port ${index} tls pki p${index}\n`,
  ),
  lines("garbage", 2000, () => "%&/ what? (is) 'this' } ; { 99x\n"),
  lines("garbage without a space", 2000, () => "?!{}<>,=%&/()[]^~\n"),
  lines("words that are no statements", 1000, (index) => `${word(index)} x y z\n`),
  lines("misspelt keywords", 1000, () => "lissten on lo prot 25\n"),
  lines("options that are unknown", 1000, () => "listen on lo prot 25\n"),
  lines("statements that end too early", 1000, () => "listen on lo port\n"),
  lines("rules of the language before 6.4", 1000, () => "accept from any for any relay\n"),
  lines("carriage returns", 1000, () => "queue ttl 4d\r\n"),
  lines("undefined macros", 1000, (index) => `listen on $${word(index)}\n`),
  lines("macros defined and used", 1000, (index) => `${word(index)} = x\nadmd $${word(index)}\n`),
  lines("macros with a broken definition", 1000, (index) => `m${index} = 25\nmta max-deferred $m${index}\n`),
  lines("macros among many others that are not the one", 1000, (index) => `m${index} = x\nadmd $n${index}\n`),
  lines("uses of a macro whose name no use can spell", 1000, () => "admd $my.lan\n", ["my.lan = x\n", ""]),
  lines("numbers too large", 1000, () => "mta max-deferred 99999999999999999999\n"),
  lines("an unclosed quote on the first line", 2000, () => "queue ttl 4d\n", ['admd "x\n', ""]),
  lines("an unclosed quote above lines with quotes", 2000, () => 'queue ttl "4d"\n', ['admd "x\n', ""]),
  lines("an unclosed quote on every line", 1000, () => 'admd "x\n'),
  lines("an unclosed quote on every line, the other ones escaped", 2000, () => '\\"x\n'),
  lines("an unclosed quote in every entry of a list", 1000, () => '"a\nb" c\n', ["table t {\n", "}\n"]),
  lines("a quote too many on every line", 1000, () => 'admd "x""\n'),
  lines("unclosed braces", 1000, (index) => `table ${word(index)} {\n`),
  lines("braces that close nothing", 1000, () => "}\n"),
  lines("comments", 2000, () => "# note\n"),
  lines("comments that fold the next line", 2000, () => "# note \\\n"),
  lines("folded lines", 2000, () => "x \\\n"),
  lines("empty lines", 20_000, () => "\n"),
  lines("newlines in braces", 20_000, () => "\n", ["table t { a", "b }\n"]),
  lines("a list over lines", 2000, (index) => `  ${word(index)},\n`, ["table t {\n", "  z\n}\n"]),
  lines("a broken list over lines", 2000, (index) => `  ${word(index)},\n`, ["table t {\n", "  @z\n}\n"]),
  text("a list on one line", 2000, (size) => `table t { ${repeat(size, (index) => `${word(index)}, `)} z }\n`),
  text("a statement with many options", 1000, (size) => `listen on lo ${"port 25 ".repeat(size)}\n`),
  text("a listener with many certificates", 1000, (size) => `listen on 127.0.0.1 tls ${"pki p ".repeat(size)}\n`),
  text("a list that becomes a mapping", 2000, (size) => `table t { ${"a, ".repeat(size)} b = c }\n`),
  text("a rule with many conditions", 1000, (size) => `match ${"tag x ".repeat(size)} reject\n`),
  text("a statement of many words", 2000, (size) => `admd ${"x ".repeat(size)}\n`),
  text("one long comment", 250_000, (size) => `#${"x".repeat(size)}\n`),
  text("one long word", 100_000, (size) => `admd ${"x".repeat(size)}\n`),
  text("one long string", 100_000, (size) => `admd "${"x".repeat(size)}"\n`),
  text("one long run of blanks", 250_000, (size) => `admd${" ".repeat(size)}x\n`),
  text("one long run of backslashes", 100_000, (size) => `admd x${"\\".repeat(size)}\n`),
  text("one long run of digits", 100_000, (size) => `mta max-deferred ${"9".repeat(size)}\n`),
  lines(
    "comments that silence a statement each",
    1000,
    (index) => `${silence("disable-next-line unused-table")}table t${index} { x }\n`,
  ),
  lines("comments that silence one statement", 1000, () => silence("disable-next-line unused-table"), [
    "",
    "table t { x }\n",
  ]),
  lines("comments that silence nothing", 1000, () => silence("disable-line unused-table, hostname-not-fqdn")),
  lines(
    "blocks in which rules are silenced",
    500,
    () => `${silence("disable unused-table, hostname-not-fqdn")}${silence("enable hostname-not-fqdn")}`,
  ),
  text("blocks within blocks in which a rule is silenced", 1000, (size) => {
    const [begin, end] = [silence("disable unused-table"), silence("enable unused-table")];
    return `${begin.repeat(size)}table t { x }\n${end.repeat(size)}`;
  }),
  text("a comment that names many rules", 2000, (size) => silence(`disable-file ${"unused-table, ".repeat(size)}`)),
  text("a comment of many lines that silence a rule", 1000, (size) =>
    silence("disable-line unused-table \\").repeat(size),
  ),
  text("open braces", 25_000, (size) => "{".repeat(size)),
  text("open braces of a table", 25_000, (size) => `table t ${"{".repeat(size)}`),
  text("open braces on lines", 25_000, (size) => "{\n".repeat(size)),
  text("less-than signs", 25_000, (size) => `match from src ${"<".repeat(size)}`),
  text("quotes", 25_000, (size) => `admd ${'"'.repeat(size)}\n`),
  text("dollar signs", 25_000, (size) => `admd ${"$".repeat(size)}\n`),
  text("exclamation marks", 25_000, (size) => `match ${"!".repeat(size)}tls reject\n`),
  text("NUL bytes", 25_000, (size) => `admd x\n${"\0".repeat(size)}`),
  text("uses of a macro of 8 kB", 10, (size) => `m = "${"a ".repeat(4000)}"\n${"admd $m\n".repeat(size)}`),
  text("uses of a macro of 8 kB on one line", 10, (size) => `m = "${"a ".repeat(4000)}"\nadmd ${"$m ".repeat(size)}\n`),
  text("uses of an empty macro", 10_000, (size) => `m = ""\nadmd x ${"$m ".repeat(size)}\n`),
  text("uses of a macro that opens a quote", 500, (size) => `m = '"x'\n${'admd $m y"\n'.repeat(size)}`),
  {
    title: "a macro of the command line with many lines",
    size: 1000,
    make: (size) => ({ text: "$m\n", definitions: [`m=${"queue ttl 4d\n".repeat(size)}`] }),
  },
  {
    title: "words that a newer release reserves",
    size: 1000,
    make: (size) => ({ text: "filter f proc-exec x\n".repeat(size), target: "6.4.0" }),
  },
  lines("includes that are missing", 1000, (index) => `include ${word(index)}\n`),
  included("files that include the next one", 1000, (index) => `admd x\ninclude f${index + 1}\nadmd y\n`),
  included("files that include the next one twice", 1000, (index) => `include f${index + 1}\n`.repeat(2)),
  included("files that include each other", 1000, (index, size) => `include f${(index + 1) % size}\nadmd x\n`),
  included("lists over the ends of files", 1000, (index) => `table t { a\ninclude f${index + 1}\n`),
];
