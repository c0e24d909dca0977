/** What a listener can stand on where nothing is known of the machine. */
export interface InterfaceInfo {
  readonly name: string;
  /** A group of interfaces: known on some BSDs only. */
  readonly group?: true;
  readonly manual: string;
}

/** Interfaces and addresses that many machines have. */
export const commonInterfaces: readonly InterfaceInfo[] = [
  { name: "lo", manual: "The loopback interface of Linux: only this machine can connect." },
  { name: "lo0", manual: "The loopback interface of the BSDs: only this machine can connect." },
  { name: "localhost", manual: "The addresses that this name has, usually `127.0.0.1` and `::1`." },
  { name: "0.0.0.0", manual: "All IPv4 addresses of the machine. For IPv6 write a second listener on `::`." },
  { name: "::", manual: "All IPv6 addresses of the machine. For IPv4 write a second listener on `0.0.0.0`." },
  {
    name: "egress",
    group: true,
    manual: "The interfaces of the default routes, as OpenBSD groups them. Where there are no groups smtpd refuses it.",
  },
  {
    name: "all",
    group: true,
    manual: "All interfaces, as OpenBSD groups them. Where there are no groups smtpd refuses it.",
  },
];
