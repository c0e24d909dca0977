import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { printRule } from "./print-ebnf.ts";
import { grammarRules, type Rule } from "./productions.ts";

/** `grammars/railroad.html`: every rule as a diagram, on a page that loads nothing and runs nothing. */
export function drawRailroad(): string {
  const rules = grammarRules();
  const draw = openBuilder();
  const links = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join("\n");
  return page(links, rules.map((rule) => section(rule, draw(rule))).join("\n"));
}

/** Chevrotain's own diagram builder, which is written for browsers: a rule in, the text of an SVG out. */
function openBuilder(): (rule: Rule) => string {
  const folder = diagramsFolder();
  const browser = createContext({});
  for (const file of ["vendor/railroad-diagrams.js", "src/diagrams_builder.js"]) {
    runInContext(readFileSync(join(folder, file), "utf8"), browser, { filename: file });
  }
  const build = runInContext("diagrams_builder.buildSyntaxDiagramsText", browser) as (rules: readonly Rule[]) => string;
  return (rule) => build([rule]);
}

function diagramsFolder(): string {
  const library = createRequire(join(process.cwd(), "packages/smtpd-conf/package.json"));
  return join(dirname(library.resolve("chevrotain")), "../../diagrams");
}

function section(rule: Rule, drawn: string): string {
  const svg = tidy(drawn.slice(drawn.indexOf("<svg")));
  return `<section id="${rule.name}">
<h2><a href="#${rule.name}">${rule.name}</a></h2>
${svg.replace("<svg ", `<svg role="img" aria-label="Diagram of ${rule.name}" `)}
<pre>${escapeHtml(printRule(rule))}</pre>
</section>`;
}

/** Makes links of the names of rules, marks classes of tokens, and drops what only Chevrotain's scripts read. */
function tidy(svg: string): string {
  return svg
    .replace(/<g class="non-terminal">.*?ruleName="(\w+)">.*?<\/g>/gs, '<a href="#$1">$&</a>')
    .replace(/<g class="terminal">(?=((?!<\/g>).)*tokenName="(String|Number|Newline)")/gs, '<g class="terminal class">')
    .replace(/ (occurrenceIdx|topRuleName|ruleName|dslRuleName|tokenName|label)="[^"]*"/g, "")
    .replace(/<path d="M[\d.]+ [\d.]+[hv]0"><\/path>\n/g, "")
    .trim();
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function page(links: string, sections: string): string {
  return `<!doctype html>
<!-- Written by \`npm run generate\` from the parser's own rules. Do not edit. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The grammar of smtpd.conf</title>
<style>
${style}
</style>
</head>
<body>
<header>
<h1>The grammar of smtpd.conf</h1>
<p>One diagram for each rule of the parser, OpenSMTPD 6.4 to 7.9. Follow the line from left to right.
<span class="key word">Words</span> stand for themselves, a <span class="key token">string</span>,
<span class="key token">number</span> or <span class="key token">newline</span> is what the lexer finds,
and <a class="key rule" href="#statement">other rules</a> are links. What the rules leave open, and which release
brought which word, is said at the top of <a href="smtpd-conf.ebnf">smtpd-conf.ebnf</a>.</p>
<nav>
${links}
</nav>
</header>
<main>
${sections}
</main>
</body>
</html>
`;
}

const style = `:root { color-scheme: light dark; --ink: #1c2733; --paper: #fff; --faint: #5b6875; --word: #d9f2e3; --token: #fbeecb; --rule: #dbe7fb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dde5ec; --paper: #14191f; --faint: #93a1ae; --word: #1d4a33; --token: #55440f; --rule: #1f3d68; }
}
body { margin: 0 auto; max-width: 62rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
nav { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; font: 0.875rem ui-monospace, monospace; }
section { margin-top: 2.5rem; }
h2 { font: bold 1.1rem ui-monospace, monospace; margin: 0 0 0.5rem; }
h2 a { color: inherit; text-decoration: none; }
pre { margin: 0.5rem 0 0; padding-left: 1rem; border-left: 3px solid var(--rule); font: 0.8125rem/1.45 ui-monospace, monospace; color: var(--faint); overflow-x: auto; }
.key { padding: 0 0.4em; white-space: nowrap; color: inherit; text-decoration: none; }
.word { background: var(--word); border-radius: 0.7em; }
.token { background: var(--token); border-radius: 0.7em; }
.rule { background: var(--rule); }
section:target h2 a { text-decoration: underline; }
svg { display: block; max-width: 100%; height: auto; }
svg path { fill: none; stroke: var(--ink); stroke-width: 1.5; }
svg rect { fill: var(--word); stroke: var(--ink); stroke-width: 1.2; }
svg .class rect { fill: var(--token); }
svg .non-terminal rect { fill: var(--rule); }
svg text { fill: var(--ink); font: 13px ui-monospace, monospace; text-anchor: middle; }
svg .class text { font-style: italic; }`;
