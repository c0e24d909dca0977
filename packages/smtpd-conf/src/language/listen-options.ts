import type { OptionInfo } from "./option-info.ts";

const tls = "TLS mode";
const auth = "auth";

/** The options of `listen on INTERFACE` in the order of smtpd.conf(5). */
export const interfaceOptions = [
  { name: "inet4", argument: "none", family: "address family", manual: "" },
  { name: "inet6", argument: "none", family: "address family", manual: "" },
  { name: "port", argument: "port", family: "port", placeholder: "port", default: "25, or 465 with smtps", manual: "" },
  { name: "filter", argument: "filters", family: "filter", placeholder: "name", manual: "" },
  { name: "tls", argument: "none", family: tls, manual: "" },
  { name: "tls-require", argument: "none", suffix: "verify", family: tls, manual: "" },
  { name: "smtps", argument: "none", suffix: "verify", family: tls, manual: "" },
  { name: "ciphers", argument: "string", since: "7.3", family: "ciphers", placeholder: "cipherspec", manual: "" },
  { name: "protocols", argument: "string", since: "7.3", family: "protocols", placeholder: "protospec", manual: "" },
  { name: "pki", argument: "string", family: "pki", placeholder: "pkiname", manual: "" },
  { name: "ca", argument: "string", family: "ca", placeholder: "caname", manual: "" },
  { name: "auth", argument: "table", optional: true, family: auth, placeholder: "authtable", manual: "" },
  { name: "auth-optional", argument: "table", optional: true, family: auth, placeholder: "authtable", manual: "" },
  { name: "tag", argument: "string", family: "tag", placeholder: "tag", manual: "" },
  { name: "hostname", argument: "string", family: "hostname", placeholder: "hostname", manual: "" },
  { name: "hostnames", argument: "table", family: "hostnames", placeholder: "names", place: "listen hostnames", manual: "" },
  { name: "mask-src", argument: "none", family: "mask-src", manual: "" },
  { name: "received-auth", argument: "none", family: "received-auth", manual: "" },
  { name: "no-dsn", argument: "none", family: "no-dsn", manual: "" },
  { name: "proxy-v2", argument: "none", since: "6.6.0", family: "proxy-v2", manual: "" },
  { name: "senders", argument: "table", suffix: "masquerade", family: "senders", placeholder: "users", place: "listen senders", manual: "" },
] as const satisfies readonly OptionInfo[];

/** The options of `listen on socket`. */
export const socketOptions = [
  { name: "filter", argument: "filters", family: "filter", placeholder: "name", manual: "" },
  { name: "mask-src", argument: "none", family: "mask-src", manual: "" },
  { name: "tag", argument: "string", since: "6.7.1", family: "tag", placeholder: "tag", manual: "" },
  { name: "no-dsn", argument: "none", since: "7.5", family: "no-dsn", manual: "" },
] as const satisfies readonly OptionInfo[];
