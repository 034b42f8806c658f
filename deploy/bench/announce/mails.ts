import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail as it came over SMTP. */
export interface ArrivedMail {
  readonly at: number;
  readonly to: string;
  readonly raw: string;
}

/** A mail server that takes everything at once and only notes when. */
export class Mails {
  readonly arrived: ArrivedMail[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => this.talk(socket));
  }

  static async start(): Promise<Mails> {
    const mails = new Mails();
    mails.server.listen(0, '127.0.0.1');
    await once(mails.server, 'listening');
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The six figures in the latest mail to an address; undefined where there are none yet. */
  codeTo(address: string): string | undefined {
    const last = this.arrived.findLast(({ to }) => to === address);
    return last && /(?<!\d)\d{6}(?!\d)/.exec(decoded(last.raw))?.[0];
  }

  /** Of the mails that came since `from`: whom they were to, and how many came more than once, as their ids say. */
  since(from: number): { readonly to: ReadonlySet<string>; readonly twice: number } {
    const mails = this.arrived.slice(from);
    const ids = new Set(mails.map(({ raw }) => /^message-id:\s*(\S+)/im.exec(raw)?.[1]));
    return { to: new Set(mails.map(({ to }) => to)), twice: mails.length - ids.size };
  }

  stop(): void {
    this.server.close();
  }

  private talk(socket: Socket): void {
    let buffer = '';
    let to = '';
    let body: string[] | null = null;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const hear = (line: string): void => {
      if (body !== null) {
        if (line !== '.') return void body.push(line);
        this.arrived.push({ at: Date.now(), to, raw: body.join('\r\n') });
        body = null;
        return say('250 taken');
      }
      to = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? to;
      if (/^DATA/i.test(line)) {
        body = [];
        return say('354 go on');
      }
      say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
    };
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      const lines = (buffer + text).split('\r\n');
      buffer = lines.pop() ?? '';
      lines.forEach(hear);
    });
    // Whoever is killed in the middle leaves half a mail, which is none.
    socket.on('error', () => socket.destroy());
    say('220 bench');
  }
}

/** All of its parts: text in Chinese is written in base64 or in quoted figures. */
function decoded(raw: string): string {
  const parts = raw.split(/\r\n--[^\r\n]+\r\n/).map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const text = rest.join('\r\n\r\n');
    return /transfer-encoding: base64/i.test(head)
      ? Buffer.from(text, 'base64').toString('utf8')
      : text.replace(/=\r\n/g, '');
  });
  return parts.join('\n');
}
