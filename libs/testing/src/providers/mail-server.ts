import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over SMTP. */
export interface ArrivedMail {
  readonly to: string;
  readonly headers: ReadonlyMap<string, string>;
  /** All of its parts, decoded. */
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
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.once('end', () => {
          const [to] = envelope.rcptTo;
          this.arrived.push({ to: to?.address ?? '', ...read(Buffer.concat(parts).toString()) });
          done();
        });
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

function read(raw: string): Omit<ArrivedMail, 'to'> {
  const [head = ''] = raw.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n\s+/g, ' ')
    .split('\r\n')
    .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
    .flatMap((match) => (match === null ? [] : [[match[1]?.toLowerCase() ?? '', match[2] ?? ''] as const]));
  const parts = raw.split(/\r\n--[^\r\n]+\r\n/).map(decoded);
  return { headers: new Map(headers), text: parts.join('\n') };
}

/** A part in the encoding that it names. */
function decoded(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
