/**
 * Whether crypt(3) of some system takes a text as the hash of a password: `$2b$…`, `$6$…` and the like, `_` and 19
 * characters, or the 13 characters of old. Passwords of 13 letters look the same.
 */
export function isCryptHash(text: string): boolean {
  return isMarkedHash(text) || /^_[./0-9A-Za-z]{19}$|^[./0-9A-Za-z]{13}$/.test(text);
}

/** The same for those that nobody would take for a password. */
export function isMarkedHash(text: string): boolean {
  return /^\$(?:[1-9][abxy]?|y|gy|7|md5|sha1|bcrypt-sha256|argon2[id]{0,2})[$,]\S{8,}$/.test(text);
}

/** The hash behind the scheme that dovecot puts before it, as `{BLF-CRYPT}`; undefined where there is no scheme. */
export function behindScheme(text: string): string | undefined {
  return /^\{[A-Za-z0-9.-]+\}(.*)$/s.exec(text)?.[1];
}

/** The password in the value of credentials, which may have a user before a colon (`table_parse_lookup()` in table.c). */
export function passwordIn(credentials: string): string {
  return credentials.slice(credentials.indexOf(":") + 1);
}
