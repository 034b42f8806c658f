import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider answers: a status, and JSON or text. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

/** How a provider fails, whatever it is asked. */
export type Outage = 'down' | 'hangs' | 'redirects' | 'noJson' | 'endless';

/** A provider of sign-ins on a port of this machine. */
export abstract class Provider {
  outage: Outage | null = null;
  /** What it was asked, without its query: secrets stand in that. */
  readonly asked: string[] = [];
  private server: Server | null = null;
  url = '';

  protected abstract answer(asked: Asked): Reply;

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(url.pathname);
    if (this.outage !== null) return this.fail(this.outage, response);
    const { method = 'GET', headers } = request;
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const reply = this.answer({ method, url, headers, form });
    const { status = 200, body, headers: more = { 'content-type': 'application/json' } } = reply;
    response.writeHead(status, more).end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  private fail(outage: Outage, response: ServerResponse): void {
    if (outage === 'down') response.writeHead(502).end('bad gateway');
    if (outage === 'noJson') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sorry</p>');
    // Back to itself, and then it would answer: who follows would not notice.
    if (outage === 'redirects') {
      this.outage = null;
      response.writeHead(302, { location: `${this.url}/elsewhere` }).end();
    }
    if (outage === 'endless') {
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.writeHead(200, { 'content-type': 'application/json' }).on('drain', more);
      more();
    }
  }
}
