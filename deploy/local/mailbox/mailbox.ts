import { once } from 'node:events';
import type { Server } from 'node:net';
import { createMailServer } from './mail-server.js';
import { MessageStore } from './message-store.js';
import { createPageServer } from './page-server.js';

export interface MailboxOptions {
  /** Where messages lie, a file each. */
  readonly directory: string;
  /** False where mails leave by a real server. */
  readonly takesMail: boolean;
  /** Where the links of messages lead, as it is now. */
  readonly platformUrl: () => string;
  /** A free port, another one each time; the usual one first. */
  readonly takePort: (name: string, usual: number) => Promise<number>;
  readonly say: (text: string) => void;
}

export interface Mailbox {
  /** Of its page. */
  readonly url: string;
  /** Of its mail server, where it has one. */
  readonly mailUrl: string | undefined;
  stop(): Promise<void>;
}

/** As programs of this kind have them. */
const usualPorts = { page: 8_025, mail: 1_025 };
const loopback = '127.0.0.1';
const attemptsMax = 5;
const hourMs = 3_600_000;

/**
 * What would leave the platform, on a page of this machine: takes mails over SMTP, and shows them beside the text messages that a
 * service writes into the same directory. It listens on this machine alone, wherever the platform itself does.
 */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { takesMail, platformUrl, say } = options;
  const store = new MessageStore(options.directory);
  await store.removeOld();
  const pages = createPageServer({ store, platformUrl, takesMail });
  const mails = takesMail ? createMailServer(store) : undefined;
  // Of a connection that broke: its sender tries again.
  mails?.on('error', ({ message }: Error) => say(`The mail server of the mailbox says: ${message}`));
  const removing = setInterval(() => {
    store.removeOld().catch((error: unknown) => say(`Old mails could not be removed: ${String(error)}`));
  }, hourMs);
  const stop = async (): Promise<void> => {
    clearInterval(removing);
    const closed = [pages, mails].map(
      (server) =>
        new Promise<void>((resolve) => {
          if (server === undefined) resolve();
          else server.close(() => resolve());
        }),
    );
    pages.closeAllConnections();
    await Promise.all(closed);
  };
  try {
    const pagePort = await listen(pages, 'mailbox', usualPorts.page, options);
    const url = `http://${loopback}:${pagePort}`;
    if (mails === undefined) return { url, mailUrl: undefined, stop };
    const mailPort = await listen(mails.server, 'mailbox for mails', usualPorts.mail, options);
    return { url, mailUrl: `smtp://${loopback}:${mailPort}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns its port, which nobody else was faster to */
async function listen(
  server: Server,
  name: string,
  usual: number,
  { takePort }: MailboxOptions,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await takePort(name, usual);
    try {
      server.listen(port, loopback);
      await once(server, 'listening');
      return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === attemptsMax) throw error;
    }
  }
}
