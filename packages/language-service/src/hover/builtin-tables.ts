/** The tables that smtpd makes by itself (`config_default()` in config.c), by the names that can be written in quotes. */
export const builtinMeanings: Readonly<Record<string, string>> = {
  "<anyhost>": "every address, as `from any` asks.",
  "<localhost>": "the socket and the addresses of this machine, as `from local` asks.",
  "<anydestination>": "every domain, as `for any` asks.",
  "<localnames>": "`localhost`, the server name and the addresses of this machine, as `for local` asks.",
  "<getpwnam>": "the users of the system.",
};
