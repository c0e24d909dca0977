/** One example of a page: a configuration, and the words behind `smtpd.conf` on its fence. */
export interface Example {
  readonly text: string;
  readonly options: readonly string[];
}

/** A part of a page under a heading of its own. */
export interface Section {
  readonly heading: string;
  readonly text: string;
  /** All of it, with its fences. */
  readonly source: string;
  readonly examples: readonly Example[];
}

/** The page of a check. */
export interface Page {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** Takes a page apart. What is missing comes out empty, for the test to complain of. */
export function parsePage(markdown: string): Page {
  const [head = "", ...parts] = markdown.split(/^## /m);
  const [title = "", summary = ""] = head.trim().split("\n\n");
  return { title: title.replace(/^# /, ""), summary: summary.replaceAll("\n", " "), sections: parts.map(parseSection) };
}

function parseSection(part: string): Section {
  const newline = part.indexOf("\n");
  const body = part.slice(newline + 1);
  const fences = [...body.matchAll(/^```smtpd\.conf(.*)\n([\s\S]*?)^```$/gm)];
  const examples = fences.map(([, options = "", text = ""]) => ({
    text: expand(text),
    options: options.trim().split(/\s+/).filter(Boolean),
  }));
  const text = body.replace(/^```[\s\S]*?^```$/gm, "").trim();
  return { heading: part.slice(0, newline).trim(), text, source: body, examples };
}

const unprintable: Readonly<Record<string, string>> = { NUL: "\0", CR: "\r", BOM: "\ufeff", blank: " " };

/**
 * Puts in what a page cannot hold: `«NUL»`, `«CR»`, `«BOM»` and `«blank»` are that character, `«a × 9000»` is 9000 of
 * them.
 */
function expand(text: string): string {
  return text.replace(/«(?:(\w+)|(.+?) × (\d+))»/g, (whole, name?: string, unit = "", count = "0") =>
    name === undefined ? unit.repeat(Number(count)) : (unprintable[name] ?? whole),
  );
}
