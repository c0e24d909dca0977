// Texts to put where a string of some kind is expected. smtpd looks at few of them; odd ones are wanted.

export const domains: readonly string[] = [
  "example.org",
  "example.net",
  "mail.example.org",
  "*.example.org",
  ".example.org",
  "*",
  "localhost",
  "xn--bcher-kva.example",
  "UPPER.Example.ORG",
  "a.b",
  "sub.domain.example.com",
  "b\u00fccher.example",
  "example.org.",
  "@",
  "",
];
export const mailAddresses: readonly string[] = [
  "root@example.org",
  "@example.org",
  "user+tag@example.net",
  "bob",
  "user@*",
  "@",
  "a'b@example.org",
  "postmaster@",
  "<>",
];
export const networks: readonly string[] = [
  "127.0.0.1",
  "10.0.0.0/8",
  "192.168.0.0/16",
  "::1",
  "[::1]",
  "2001:db8::/32",
  "local",
  "0.0.0.0/0",
  "fe80::1%lo",
  "300.1.1.1",
];
export const users: readonly string[] = ["bob", "alice", "root", "_smtpd", "www-data", "nobody", "1000x", "vmail"];
export const destinations: readonly string[] = [
  "bob",
  "bob@example.org",
  "|/bin/cat",
  "/var/mail/x",
  ":include:/etc/mail/list",
  '"|exec cat"',
  "error:550 gone",
  "alice, bob",
];
export const credentials: readonly string[] = ["bob:secret", "user:pa ss", "$2b$10$abcdefghijklmnopqrstuv", "label"];
export const userInformation: readonly string[] = ["1000:1000:/home/bob", "vmail:2000:2000:/var/vmail", "x"];
export const relayHosts: readonly string[] = [
  "smtp://mx.example.org",
  "smtps://mx.example.org",
  "smtp+tls://label@mx.example.org:587",
  "mx.example.org",
  "127.0.0.1:25",
  "lmtp://127.0.0.1:24",
  "smtp+notls://[::1]",
  "tls://old",
  "mx.example.org:submission",
];
export const patterns: readonly string[] = [
  "\\.example\\.org$",
  "^.*@example\\.net$",
  "[0-9]+",
  "(",
  "^(dyn|dhcp)[.-]",
  "a|b",
  "*",
  ".*",
  "\u00e9+",
  "it\\'s",
];
export const tags: readonly string[] = ["local", "INTERNAL", "DKIM_OUT", "x-y", "submission", "a b", "tag", "T1"];
export const commands: readonly string[] = [
  "/usr/bin/procmail -a",
  "filter-rspamd",
  "/usr/bin/f -x 'y'",
  'a " b',
  "cat",
  "/bin/sh -c 'exec \"$0\"'",
  "%{user.username}",
  "x | y > z",
];
export const maildirs: readonly string[] = [
  "~/Maildir",
  "/var/mail/%{dest.domain}/%{dest.user}",
  "%{user.directory}/mail",
  "Maildir",
  "/tmp/a b",
  "$HOME/mail",
  "",
];
export const replies: readonly string[] = [
  "550 go away",
  "421 later",
  "go away",
  "550",
  "",
  '550 5.7.1 it\'s "you"',
  "600 what",
];
export const hostNames: readonly string[] = [
  "mail.example.org",
  "localhost",
  "a",
  "MX.Example.Org",
  "bad_name.example",
  "-x-",
  "[127.0.0.1]",
];
