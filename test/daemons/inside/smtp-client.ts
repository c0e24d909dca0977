import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type AskedEnvelope, password } from "../protocol.ts";

const timeLimit = 10_000;

/** A session in which one command is sent at a time. */
interface Session {
  /** Sends a line and gives the code of the reply; with no line it waits for the greeting. */
  readonly say: (line?: string) => Promise<string>;
  readonly end: () => void;
}

/**
 * Sends an envelope up to its recipient; gives the reply code of RCPT, or of the command before it that was refused.
 * `beforeRecipient` is called just before RCPT. Throws when the connection is lost.
 */
export async function sendEnvelope(envelope: AskedEnvelope, beforeRecipient: () => void): Promise<string> {
  const session = openSession(envelope);
  try {
    for (const line of linesBefore(envelope)) {
      const code = await session.say(line);
      if (!/^[23]/.test(code)) return code;
    }
    beforeRecipient();
    return await session.say(`RCPT TO:<${envelope.rcptTo}>`);
  } finally {
    session.end();
  }
}

function linesBefore({ helo, username, mailFrom }: AskedEnvelope): readonly (string | undefined)[] {
  const login = Buffer.from(`\0${username}\0${password}`).toString("base64");
  const auth = username === undefined ? [] : [`AUTH PLAIN ${login}`];
  return [undefined, `EHLO ${helo}`, ...auth, `MAIL FROM:<${mailFrom}>`];
}

function openSocket({ source, port, tls }: AskedEnvelope): Socket {
  const host = source.includes(":") ? "::1" : "127.0.0.1";
  const socket = connect({ host, port, localAddress: source });
  return tls ? connectTls({ socket, rejectUnauthorized: false }) : socket;
}

function openSession(envelope: AskedEnvelope): Session {
  const socket = openSocket(envelope);
  let received = "";
  let wake: (() => void) | undefined;
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    wake?.();
  };
  socket.setEncoding("latin1");
  socket.setTimeout(timeLimit, () => fail(new Error("the daemon did not answer")));
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the daemon closed the connection")));
  socket.on("data", (piece: string) => {
    received += piece;
    wake?.();
  });
  const say = async (line?: string) => {
    received = "";
    if (line !== undefined) socket.write(`${line}\r\n`);
    for (;;) {
      // The last line of a reply has a blank behind its code.
      const code = /^(\d{3})(?: .*)?\r\n$/m.exec(received)?.[1];
      if (code !== undefined) return code;
      if (failure) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { say, end: () => void socket.destroy() };
}
