import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over SMTP. */
export interface ArrivedMail {
  readonly to: string;
  readonly headers: ReadonlyMap<string, string>;
  /** As text and as HTML, decoded. */
  readonly text: string;
}

/** A mail server on this machine; it refuses whom it does not know, and can be out of order. */
export class FakeMailServer {
  readonly arrived: ArrivedMail[] = [];
  /** Every connection is refused for now, as the standard says: 421. */
  isDown = false;
  readonly unknown = new Set<string>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onConnect: (_session, done) => done(this.isDown ? busy() : null),
      onRcptTo: ({ address }, _session, done) => done(this.unknown.has(address) ? nobody() : null),
      onData: (stream, { envelope }, done) => {
        const [to] = envelope.rcptTo;
        buffer(stream)
          .then(read)
          .then((mail) => this.arrived.push({ to: to?.address ?? '', ...mail }))
          .then(
            () => done(),
            (error: Error) => done(error),
          );
      },
    });
  }

  static async start(): Promise<FakeMailServer> {
    const fake = new FakeMailServer();
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server.server, 'listening');
    return fake;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): ArrivedMail[] {
    return this.arrived.filter(({ to }) => to === address);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const busy = (): Error => Object.assign(new Error('come back later'), { responseCode: 421 });
const nobody = (): Error => Object.assign(new Error('no such mailbox'), { responseCode: 550 });

async function read(raw: Buffer): Promise<Omit<ArrivedMail, 'to'>> {
  const { headers, text = '', html = '' } = await PostalMime.parse(raw);
  return { headers: new Map(headers.map(({ key, value }) => [key, value])), text: `${text}\n${html}` };
}
