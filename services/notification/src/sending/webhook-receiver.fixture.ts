import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from './local-server.fixture.js';

/** What came to a person's own system, once its signature was found to be right. */
export interface ArrivedWebhook {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A system that takes webhooks: it checks the signature over the bytes that came, and drops what it has had before. */
export class WebhookReceiver extends LocalServer {
  readonly arrived: ArrivedWebhook[] = [];
  /** As it was shown to its owner. */
  secret = '';
  /** Answers this instead of taking it. */
  status: number | null = null;
  asked = 0;
  private readonly ids = new Set<string>();

  override get url(): string {
    return `${super.url}/hooks/notices`;
  }

  protected async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked += 1;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (this.status !== null) {
      // One that leads into another network must not be followed.
      const location = { location: 'http://127.0.0.1:1/elsewhere' };
      response.writeHead(this.status, this.status === 302 ? location : {}).end();
      return;
    }
    const id = String(request.headers['webhook-id']);
    if (!this.isSigned(request.headers, body)) {
      response.writeHead(401).end();
      return;
    }
    if (!this.ids.has(id))
      this.arrived.push({ id, ...(JSON.parse(body.toString()) as Omit<ArrivedWebhook, 'id'>) });
    this.ids.add(id);
    response.writeHead(204).end();
  }

  private isSigned(headers: IncomingMessage['headers'], body: Buffer): boolean {
    const seconds = Number(headers['webhook-timestamp']);
    if (!(Math.abs(Date.now() / 1_000 - seconds) < 300)) return false;
    const mac = createHmac('sha256', Buffer.from(this.secret.split('_')[1] ?? '', 'base64'));
    mac.update(Buffer.from(`${String(headers['webhook-id'])}.${seconds}.`));
    const expected = mac.update(body).digest();
    const given = String(headers['webhook-signature'])
      .split(' ')
      .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice('v1,'.length), 'base64')] : []));
    return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  }
}
