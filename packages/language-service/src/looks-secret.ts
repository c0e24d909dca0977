const secrets: readonly RegExp[] = [
  // The hash of a password (crypt(3)), also with the scheme that Dovecot puts before it.
  /^\{[A-Za-z0-9.-]+\}|\$[0-9a-z]{1,7}\$/,
  // A user and a password before the host of a URL.
  /^(?:[a-z+]+:\/\/)?[^\s:@/[\]]+:(?!\/\/)[^@\s]*@/i,
  // A user and a password. Behind the colon of a host stands a number, and addresses have more colons.
  /^[^\s:/[\]]+:[^\s:/]*[^\s:/\d][^\s:/]*$/,
];

/** Whether a text looks like a password, or holds one. */
export function looksSecret(text: string): boolean {
  return secrets.some((secret) => secret.test(text));
}
