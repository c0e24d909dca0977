import { type GrowingInput, repeat } from "./inputs.ts";
import type { RequestName } from "./requests.ts";

/** A configuration that grows, and what is asked of it. */
export interface GrowingRequests extends GrowingInput {
  /** What stands before the place that requests are about: the first such words behind the middle of the text. */
  readonly before: string;
  readonly requests: readonly RequestName[];
}

const aboutText: readonly RequestName[] = [
  "diagnostics",
  "code lenses",
  "document symbols",
  "folding ranges",
  "formatting",
  "inlay hints",
  "inline values",
  "links",
  "semantic tokens",
  "workspace symbols",
  "code actions of the whole text",
];

const aboutPlace: readonly RequestName[] = [
  "hover",
  "completions",
  "signature help",
  "definitions",
  "references",
  "highlights",
  "rename",
  "calls",
  "code actions",
];

const reports: readonly RequestName[] = [
  "report: text",
  "report: json",
  "report: sarif",
  "report: github",
  "report: gitlab",
  "report: junit",
  "report: checkstyle",
  "report: unix",
];

const included = { kind: "file", text: "table z { a }\naction b relay\n", encoding: "utf8" } as const;

/**
 * What can be slow where there is much of something. Some work that grows faster than the text is not here, since it ends at
 * a fixed amount: how many fixes are tried out that make something worse (by the text that is read for them), which lines
 * have changed where all is fixed (2,000 of them), and which of 500 macros an undefined one may be.
 */
export const growingRequests: readonly GrowingRequests[] = [
  {
    title: "lines of all kinds",
    size: 100,
    make: (size) => ({
      text: repeat(size, (index) => {
        const [table, action] = [`table t${index} { a, b }`, `action a${index} relay host x auth <t${index}> # note`];
        return `${table}\n${action}\nmatch from any for domain <t${index}> action a${index}\n`;
      }),
    }),
    before: "domain <t",
    requests: [...aboutText, ...aboutPlace, "resolved code actions", "fixes", "print", "graph", "an edit"],
  },
  {
    title: "one table that many rules ask",
    size: 200,
    make: (size) => ({ text: `table t { a }\n${"match from src <t> for any reject\n".repeat(size)}` }),
    before: "<t",
    requests: [...aboutPlace, "resolved code lenses", "semantic tokens", "graph"],
  },
  {
    title: "one action that many rules lead to",
    size: 200,
    make: (size) => ({ text: `action a relay\n${repeat(size, (index) => `match for domain d${index} action a\n`)}` }),
    before: "action a",
    requests: [...aboutPlace, "resolved code lenses", "graph"],
  },
  {
    title: "one macro that is used many times",
    size: 200,
    make: (size) => ({ text: `m = lo\n${repeat(size, (index) => `listen on $m port ${index + 1}\n`)}` }),
    before: "$m",
    requests: [...aboutPlace, "inlay hints", "inline values", "print", "an edit"],
  },
  {
    title: "macros that are used once each",
    size: 200,
    make: (size) => ({ text: repeat(size, (index) => `m${index} = x\nadmd $m${index}\n`) }),
    before: "$m",
    requests: ["inlay hints", "inline values", "hover", "completions", "code actions", "print", "an edit"],
  },
  {
    title: "macros in one list",
    size: 200,
    make: (size) => ({
      text: `${repeat(size, (index) => `m${index} = x\n`)}table t { ${repeat(size, (index) => `k = $m${index}, `)} k = x }\n`,
    }),
    before: "$m",
    requests: ["inlay hints", "inline values", "hover", "semantic tokens"],
  },
  {
    title: "a list with one entry many times",
    size: 400,
    make: (size) => ({ text: `table t { ${"a, ".repeat(size)} a }\nmatch from src <t> for any reject\n` }),
    before: "a",
    requests: ["semantic tokens", "hover", "completions", "signature help", "code actions", "an edit"],
  },
  {
    title: "a listener with many options",
    size: 200,
    make: (size) => ({ text: `listen on lo tls ${"pki p tag T ".repeat(size)}\n` }),
    before: "pki p",
    requests: ["document symbols", "semantic tokens", "hover", "completions", "signature help", "code actions"],
  },
  {
    title: "listeners with a tag, and rules that ask for it",
    size: 120,
    make: (size) => {
      const listeners = repeat(size, (index) => `listen on lo port ${index + 1} tag T\n`);
      return { text: `${listeners}${"match tag T for any reject\n".repeat(size)}` };
    },
    before: "tag T",
    requests: ["hover", "references", "rename", "print"],
  },
  {
    title: "rules that ask a table for tags",
    size: 120,
    make: (size) => ({
      text: `table t { y }\n${"match tag <t> for any reject\n".repeat(size)}${"listen on lo port 25 tag x\n".repeat(size)}`,
    }),
    before: "tag x",
    requests: ["rename", "references"],
  },
  {
    title: "a chain of many filters",
    size: 120,
    make: (size) => {
      const filters = repeat(size, (index) => `filter f${index} phase connect match rdns disconnect "421 no"\n`);
      return {
        text: `${filters}filter c chain { ${repeat(size, (index) => `f${index}, `)} f0 }\nlisten on lo filter c\n`,
      };
    },
    before: "filter f",
    requests: ["hover", "calls", "completions", "semantic tokens", "graph"],
  },
  {
    title: "names that are defined further down",
    size: 120,
    make: (size) => {
      const rules = repeat(size, (index) => `match from src <t${index}> for any reject\n`);
      return { text: `${rules}${repeat(size, (index) => `table t${index} { a }\n`)}` };
    },
    before: "<t",
    requests: ["diagnostics", "code actions", "resolved code actions", "an edit"],
  },
  {
    title: "macros that are defined further down",
    size: 120,
    make: (size) => {
      const listeners = repeat(size, (index) => `listen on $m${index}\n`);
      return { text: `${listeners}${repeat(size, (index) => `m${index} = lo\n`)}` };
    },
    before: "$m",
    requests: ["diagnostics", "code actions", "resolved code actions"],
  },
  {
    title: "values without a meaning",
    size: 120,
    make: (size) => ({ text: repeat(size, (index) => `limit mta for domain d${index} no-such-limit ${index + 1}\n`) }),
    before: "no-",
    requests: ["diagnostics", "code actions", "fixes", "new findings", "print"],
  },
  {
    title: "findings with a fix each",
    size: 120,
    make: (size) => ({ text: repeat(size, (index) => `match from any for domain 'd${index}.example' reject \n`) }),
    before: "'d",
    requests: [...reports, "diagnostics", "code actions of the whole text", "formatting"],
  },
  {
    title: "settings that are said again",
    size: 200,
    make: (size) => ({ text: "queue ttl 4d\nlimit mta session-timeout 5\n".repeat(size) }),
    before: "ttl",
    requests: ["hover", "diagnostics", "print"],
  },
  {
    title: "comments",
    size: 200,
    make: (size) => ({ text: repeat(size, (index) => `# --- part ${index} ---\n# http://x.example/(a)\nadmd x\n`) }),
    before: "http",
    requests: ["links", "folding ranges", "document symbols", "hover", "formatting"],
  },
  {
    title: "a comment with an address that ends in many brackets",
    size: 4000,
    make: (size) => ({ text: `# http://x.example/${").".repeat(size)}\n` }),
    before: ").",
    requests: ["links", "hover"],
  },
  {
    title: "statements beside an included file",
    size: 120,
    make: (size) => ({
      text: `include "a"\n${repeat(size, (index) => `m${index} = x\nmatch from src $m${index} for any reject\n`)}`,
      files: { read: () => included },
    }),
    before: "$m",
    requests: ["inlay hints", "inline values", "code lenses", "hover", "completions", "semantic tokens", "an edit"],
  },
];
