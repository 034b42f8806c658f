import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { MessageStore } from './message-store.js';

const bytesMax = 10_000_000;
/** For connections that a sender keeps open when everything stops. */
const closeTimeoutMs = 500;

/** Takes every mail for everybody, and sends none on. */
export function createMailServer(store: MessageStore): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    size: bytesMax,
    closeTimeout: closeTimeoutMs,
    onData: (stream, { envelope }, done) => {
      contentOf(stream)
        .then((raw) =>
          store.keepMail(
            raw,
            envelope.rcptTo.map(({ address }) => address),
          ),
        )
        .then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
}

/** Reads to the end also what is too long: the sender listens only then. */
async function contentOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) if (!stream.sizeExceeded) parts.push(part as Buffer);
  if (stream.sizeExceeded)
    throw Object.assign(new Error(`a mail has ${bytesMax} bytes at most`), { responseCode: 552 });
  return Buffer.concat(parts);
}
