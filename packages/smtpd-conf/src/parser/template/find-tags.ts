import type { Tag } from "./tag.ts";
import { type TagKind, type TagLanguage, tagLanguages } from "./tag-languages.ts";
import type { Trim } from "./template.ts";

/** The tags of a text in order. One that nothing closes goes on to the end of the text and stands for a value. */
export function findTags(text: string, kind: TagKind): Tag[] {
  const language = tagLanguages[kind];
  const opening = new RegExp(language.opening);
  const tags: Tag[] = [];
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const closing = language.closing(found[0]);
    if (closing === undefined) continue;
    const tag = readTag(text, found.index, found[0], closing, language);
    tags.push(tag);
    opening.lastIndex = kind === "jinja" ? endOfRaw(text, tag) : tag.end;
  }
  return kind === "mustache" ? tags.map((tag) => alone(text, tag)) : tags;
}

function readTag(text: string, start: number, opening: string, closing: string, language: TagLanguage): Tag {
  const from = start + opening.length;
  const close = language.hasStrings ? findClosing(text, from, closing) : text.indexOf(closing, from);
  if (close < 0) {
    return {
      start,
      end: text.length,
      kind: "value",
      role: "none",
      expression: "",
      trimsBefore: "none",
      trimsAfter: "none",
    };
  }
  const [first, last] = [text.charAt(from), text.charAt(close - 1)];
  const before = language.trimSign.test(first) ? first : "";
  const after = language.trimSign.test(last) && close - 1 > from ? last : "";
  const code = text.slice(from + before.length, close - after.length).trim();
  return {
    ...language.read(opening)(code),
    start,
    end: close + closing.length,
    expression: code.replace(/\s+/g, " "),
    trimsBefore: before === "" ? "none" : trimBefore(language.trim(before)),
    trimsAfter: after === "" ? language.trimsAfter(opening) : language.trim(after),
  };
}

/** ERB's `<%-` takes away the blanks before it on its line; they mean nothing to smtpd. */
function trimBefore(trim: Trim): Trim {
  return trim === "newline" ? "none" : trim;
}

/** Where the closing sign is that no string has in it; where that leaves none, the first one. */
function findClosing(text: string, from: number, closing: string): number {
  const part = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[%}#]\}/gs;
  part.lastIndex = from;
  for (let found = part.exec(text); found !== null; found = part.exec(text))
    if (found[0] === closing) return found.index;
  return text.indexOf(closing, from);
}

/** Between `{% raw %}` and `{% endraw %}` nothing is a tag. */
function endOfRaw(text: string, { kind, expression, end }: Tag): number {
  if (kind !== "control" || expression !== "raw") return end;
  const closing = /\{%[-+]?\s*endraw\b/g;
  closing.lastIndex = end;
  return closing.exec(text)?.index ?? text.length;
}

/** A tag of Mustache that is no value goes with its line, where it stands alone. */
function alone(text: string, tag: Tag): Tag {
  if (tag.kind === "value") return tag;
  const before = /(^|\n)[ \t]*$/.test(text.slice(text.lastIndexOf("\n", tag.start - 1) + 1, tag.start));
  const standsAlone = before && /^[ \t]*(\r?\n|$)/.test(text.slice(tag.end, lineEnd(text, tag.end) + 1));
  return standsAlone && tag.trimsAfter === "none" ? { ...tag, trimsAfter: "line" } : tag;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
