/** One target of an alias: what the value of an entry in a table of aliases leads to. */
export type AliasTarget =
  /** `droppedDomain` is set where the target was meant to be an address, but its domain has a character that smtpd refuses. */
  | { readonly kind: "username"; readonly user: string; readonly droppedDomain: string | undefined }
  | { readonly kind: "address"; readonly user: string; readonly domain: string }
  | { readonly kind: "filename"; readonly path: string }
  | { readonly kind: "include"; readonly path: string }
  | { readonly kind: "command"; readonly command: string }
  /** The reply that the client gets. */
  | { readonly kind: "error"; readonly reply: string }
  | { readonly kind: "invalid" };

/** A target within the value that it stands in. */
export interface AliasValuePart {
  /** Without the blanks around it and without backslashes that escape. */
  readonly text: string;
  /** Where it begins in the value, in UTF-16 units from 0. */
  readonly offset: number;
}

const invalid: AliasTarget = { kind: "invalid" };
const longestText = 1023;
const longestUser = 255;

/**
 * Reads one target without blanks around it (`text_to_expandnode()` in to.c). The forms are tried in a fixed order, and
 * the first that fits counts; a text that fits none makes the whole entry useless.
 */
export function parseAliasTarget(text: string): AliasTarget {
  return (
    parseError(text) ??
    parseInclude(text) ??
    parseCommand(text) ??
    parseFilename(text) ??
    parseAddress(text) ??
    parseUsername(text, undefined)
  );
}

function parseError(text: string): AliasTarget | undefined {
  const reply = /^:?error:(.*)$/is.exec(text)?.[1];
  if (reply === undefined || reply.length > longestText) return undefined;
  return /^[45]\d\d [A-Za-z0-9]/.test(reply) ? { kind: "error", reply } : undefined;
}

function parseInclude(text: string): AliasTarget | undefined {
  const path = /^:?include:(\/.*)$/is.exec(text)?.[1];
  return path === undefined || path.length > longestText ? undefined : { kind: "include", path };
}

/** A command may stand in quotes, with the `|` behind the first of them. */
function parseCommand(text: string): AliasTarget | undefined {
  const command = (/^\|(.*)$/s.exec(text) ?? /^"\|(.*)"$/s.exec(text))?.[1];
  return command === undefined || command.length > longestText ? undefined : { kind: "command", command };
}

function parseFilename(text: string): AliasTarget | undefined {
  return text.startsWith("/") && text.length <= longestText ? { kind: "filename", path: text } : undefined;
}

/**
 * An address is divided at its first `@`. smtpd cuts it there before it looks at the domain, so an address with a domain
 * that it refuses becomes the local user of that name.
 */
function parseAddress(text: string): AliasTarget | undefined {
  const at = text.indexOf("@");
  if (text.length < 3 || at < 1 || at === text.length - 1) return undefined;
  const [user, domain] = [text.slice(0, at), text.slice(at + 1)];
  const fits = /^[\w.!#$%*/?|^{}`~&'+=-]*$/.test(user) && /^[A-Za-z0-9.-]*$/.test(domain);
  return fits ? { kind: "address", user, domain } : parseUsername(user, domain);
}

function parseUsername(user: string, droppedDomain: string | undefined): AliasTarget {
  const fits = user.length <= longestUser && /^[\w.+-]*$/.test(user);
  return fits ? { kind: "username", user, droppedDomain } : invalid;
}

const longestValue = 2047;

/**
 * Splits the value of an entry at its commas, but not within quotes (`expand_line()` in expand.c). A backslash takes
 * away the meaning of what follows it; quotes stay in the text. Empty parts are left out. Undefined where a quote or a
 * backslash is left open or the value is too long: then the lookup fails.
 */
export function splitAliasValue(value: string): readonly AliasValuePart[] | undefined {
  if (value.length > longestValue) return undefined;
  const parts: AliasValuePart[] = [];
  let [quote, start] = ["", 0];
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === "\\") {
      if (++at === value.length) return undefined;
    } else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ",") {
      addPart(parts, value, start, at);
      start = at + 1;
    }
  }
  if (quote !== "") return undefined;
  addPart(parts, value, start, value.length);
  return parts;
}

function addPart(parts: AliasValuePart[], value: string, start: number, end: number): void {
  const written = value.slice(start, end);
  const text = written.replace(/\\(.)/gs, "$1").trim();
  if (text !== "") parts.push({ text, offset: start + written.search(/[^\s\\]|\\\S/) });
}
