import { delayUnits, mailPorts, parseDelay, sizeInBytes, sizeUnits, tcpServices } from "smtpd-conf";
import { type Block, code, manual, paragraph, prose } from "../markdown.ts";

/** `35M` in bytes; nothing for what smtpd does not take as a size. */
export function sizeHover(text: string): readonly Block[] {
  const bytes = sizeInBytes(text);
  if (bytes === undefined) return [];
  const unit = sizeUnits.findLast(({ factor }) => factor > 1 && bytes >= factor && bytes % factor === 0);
  const short = unit === undefined ? "" : ` (${grouped(bytes / unit.factor)} ${unit.name})`;
  return [paragraph(prose`${code(text)} is ${grouped(bytes)} ${bytes === 1 ? "byte" : "bytes"}${short}.`)];
}

/** `4d` in seconds and in the units that count it whole; nothing for what smtpd does not take as a delay. */
export function delayHover(text: string): readonly Block[] {
  const delay = parseDelay(text);
  if (!("seconds" in delay)) return [];
  const { seconds } = delay;
  const whole = delayUnits.filter(({ factor }) => seconds % factor === 0);
  const shown = whole.filter(({ name }, index) => index === 0 || name === "hours" || name === "seconds");
  const amounts = shown.map(({ name, factor }) => amount(seconds / factor, name));
  return [paragraph(prose`${code(text)} is ${amounts.join(", or ")}.`)];
}

/** The number or the name of a port, and what it is for. */
export function portHover(text: string): readonly Block[] {
  const number = /^\d+$/.test(text) ? Number(text) : undefined;
  const info = mailPorts.find(({ name, port }) => (number === undefined ? name === text : port === number));
  if (info !== undefined) {
    const other = number === undefined ? `port ${info.port}` : `called ${info.name} in services(5)`;
    return [paragraph(prose`${code(text)}, ${other}. ${manual(info.manual)}`)];
  }
  if (number !== undefined) {
    return number >= 1 && number <= 65_535 ? [paragraph(prose`TCP port ${code(text)}.`)] : [];
  }
  return tcpServices.has(text)
    ? [paragraph(prose`${code(text)} is the name of a TCP port in services(5), which smtpd looks up on its machine.`)]
    : [];
}

/** `1 hour`, `1,000 hours` */
export function amount(number: number, plural: string): string {
  return `${grouped(number)} ${number === 1 ? plural.replace(/s$/, "") : plural}`;
}

/** `36,700,160` */
export function grouped(number: number | bigint): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
