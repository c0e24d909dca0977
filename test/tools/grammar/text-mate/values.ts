import { formatModifiers, formatSpecifiers } from "../../../../packages/smtpd-conf/src/language/format-specifiers.ts";
import { formerRelaySchemes, relaySchemes } from "../../../../packages/smtpd-conf/src/language/relay-schemes.ts";
import { tableBackends } from "../../../../packages/smtpd-conf/src/language/table-backends.ts";
import { bareWord, oneOf, type Repository, scopes, wordEnd, wordStart } from "./words.ts";

const schemes = oneOf([...relaySchemes, ...formerRelaySchemes].map(({ name }) => name));
const backends = oneOf(tableBackends.flatMap(({ name, path }) => (path === undefined ? [] : [name])));
const specifiers = oneOf(formatSpecifiers.map(({ name }) => name));
const modifiers = oneOf(formatModifiers.map(({ name }) => name));

const octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const ipv4 = `${octet}(?:\\.${octet}){3}(?:/\\d{1,2})?`;
const ipv6 = "(?=[\\da-f:.]*:[\\da-f]*:)[\\da-f:.]+(?:%[\\w]+)?(?:/\\d{1,3})?";

/** What stands for a value and can be told by its looks: numbers, addresses, URLs, paths, format specifiers. */
export const valuePatterns: Repository = {
  number: {
    patterns: [
      { name: scopes("constant.numeric.delay"), match: `${wordStart}\\d+[smhd]${wordEnd}` },
      { name: scopes("constant.numeric.size"), match: `${wordStart}\\d+(?:\\.\\d+)?[BKMGTPEbkmgtpe]${wordEnd}` },
      { name: scopes("constant.numeric.integer"), match: `${wordStart}-?\\d+${wordEnd}` },
    ],
  },
  port: {
    match: `${wordStart}(port)\\s+(?:(\\d+)|(${bareWord}))${wordEnd}`,
    captures: {
      1: { name: scopes("keyword.other.option") },
      2: { name: scopes("constant.numeric.port") },
      3: { name: scopes("constant.numeric.port") },
    },
  },
  address: {
    patterns: [
      { name: scopes("constant.numeric.ip-address"), match: `${wordStart}(?i:${ipv4}|${ipv6})${wordEnd}` },
      {
        name: scopes("string.unquoted.mail-address"),
        match: `${wordStart}[\\w:][^\\s(){}<>!=#,\\\\@]*@[\\w.-]+${wordEnd}`,
      },
    ],
  },
  "relay-url": {
    match: `(?<![\\w+])(?i:(${schemes}))(://)(?:([^\\s@"'/{}<>,]+)(@))?(\\[[\\da-fA-F:.]+\\]|[^\\s:"'/{}<>,@\\]]+)?(?:(:)(\\d+))?`,
    captures: {
      0: { name: scopes("markup.underline.link") },
      1: { name: scopes("support.type.scheme") },
      2: { name: scopes("punctuation.separator.scheme") },
      3: { name: scopes("entity.name.label") },
      4: { name: scopes("punctuation.separator.label") },
      5: { name: scopes("string.unquoted.host") },
      6: { name: scopes("punctuation.separator.port") },
      7: { name: scopes("constant.numeric.port") },
    },
  },
  "table-source": {
    match: `${wordStart}(${backends})(:)(?:(?="|')|([^\\s(){}<>!=#,\\\\]*))`,
    captures: {
      1: { name: scopes("support.type.backend") },
      2: { name: scopes("punctuation.separator.backend") },
      3: { name: scopes("string.unquoted.path") },
    },
  },
  "path-in-string": {
    match: `(?<=["'])(${backends})(:)(?=/)`,
    captures: {
      1: { name: scopes("support.type.backend") },
      2: { name: scopes("punctuation.separator.backend") },
    },
  },
  "format-specifier": {
    name: scopes("constant.other.placeholder"),
    match: `(%\\{)(?i:(${specifiers})|([^}\\[:"'\\s]*))(?:(:)((?:[^}\\["'\\s])*))?(\\[-?\\d+(?::-?\\d+)?\\])?(?:(:)((?:[^}\\["'\\s])*))?(\\})`,
    captures: {
      1: { name: scopes("punctuation.definition.placeholder.begin") },
      2: { name: scopes("variable.language.specifier") },
      3: { name: scopes("invalid.illegal.specifier") },
      4: { name: scopes("punctuation.separator.modifier") },
      5: { patterns: [modifierPattern()] },
      6: { name: scopes("constant.numeric.range") },
      7: { name: scopes("punctuation.separator.modifier") },
      8: { patterns: [modifierPattern()] },
      9: { name: scopes("punctuation.definition.placeholder.end") },
    },
  },
};

function modifierPattern() {
  return { name: scopes("storage.modifier"), match: `(?<=[:|])(?i:${modifiers})(?=\\||$)` };
}
