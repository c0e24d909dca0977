/**
 * The regular expression that an author of wildcards expected, in which each `*` stands for any text: `*.example.org`
 * becomes `\.example\.org$`. Empty where there are only wildcards.
 */
export function regexForWildcards(text: string): string {
  const body = text.replace(/^\*+|\*+$/g, "");
  if (body === "") return "";
  const escaped = body.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*");
  return `${text.startsWith("*") ? "" : "^"}${escaped}${text.endsWith("*") ? "" : "$"}`;
}
