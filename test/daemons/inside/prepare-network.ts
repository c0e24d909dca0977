import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/**
 * Gives the namespace its loopback interface, and lets any address be used on it, as a source too, without making it one
 * of the machine's own.
 */
export function prepareNetwork(): void {
  ip("link", "set", "lo", "up");
  ip("route", "add", "local", "0.0.0.0/0", "dev", "lo");
  ip("-6", "route", "add", "local", "::/0", "dev", "lo");
  // IPv4 takes the route for permission.
  writeFileSync("/proc/sys/net/ipv6/ip_nonlocal_bind", "1");
}

function ip(...parameters: readonly string[]): void {
  execFileSync("ip", parameters, { stdio: ["ignore", "ignore", "pipe"] });
}
