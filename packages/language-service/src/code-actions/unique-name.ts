import { isKeyword } from "smtpd-conf";

/** A name that is free and no reserved word: `domains`, else `domains2` and so on. */
export function uniqueName(wanted: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!isTaken(name) && !isKeyword(name)) return name;
  }
}
