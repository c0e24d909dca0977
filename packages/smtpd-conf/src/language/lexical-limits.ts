/** Bytes that a bare word can have (`yylex()` in parse.y). */
export const longestWord = 8095;
/** Bytes that a quoted string can have. */
export const longestString = 8094;
/** Characters that the name of a macro in use can have. */
export const longestMacroName = 8093;
/** Characters that the tag of a listener can have (`SMTPD_TAG_SIZE`). */
export const longestTag = 32;
/** Characters that the name of a pki or ca can have on Linux (`HOST_NAME_MAX`). */
export const longestHostName = 64;
/** Characters that a table's name, and the path of its file, can have (`LINE_MAX`). */
export const longestTableName = 2047;
/** Certificates that one listener can have, from 7.3 on. */
export const mostPki = 32;
/** Delays that `bounce warn-interval` keeps; smtpd drops the rest without a word. */
export const mostBounceDelays = 4;
/** Bytes that a queue key must have. */
export const queueKeyLength = 32;
/** Recipients that a transaction must be able to have, from 7.9 on (RFC 5321, section 4.5.3.1.8). */
export const fewestRecipients = 100;
/** Symbols that smtpd's parser can have open at once (`YYMAXDEPTH`); every entry of a list takes two of them. */
export const parserDepth = 10_000;
