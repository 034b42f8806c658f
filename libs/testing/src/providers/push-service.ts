import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AddPushAddress } from '@gongxiang/contracts/notification/notice-address.contract';

/** What arrived at a browser. */
export interface Arrived {
  readonly heading: string;
  readonly title: string | null;
  readonly lines: readonly string[];
  readonly link: string;
  readonly tag: string;
  readonly act: { readonly text: string; readonly link: string } | null;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
}

/** A browser that has subscribed: its keys never leave it. */
export class FakeBrowser {
  readonly arrived: Arrived[] = [];
  /** Answers everything with this status instead of taking it. */
  status: number | null = null;
  private readonly pair = createECDH('prime256v1');
  private readonly auth = randomBytes(16);

  constructor(
    private readonly origin: string,
    readonly path: string,
  ) {
    this.pair.generateKeys();
  }

  get subscription(): AddPushAddress {
    return {
      endpoint: this.origin + this.path,
      keys: { p256dh: this.pair.getPublicKey('base64url'), auth: this.auth.toString('base64url') },
      label: 'Chrome, Android',
    };
  }

  /** Opens it with its own keys, as RFC 8291 says. */
  take(body: Buffer, headers: IncomingMessage['headers']): void {
    const plain = this.open(body);
    const shown = JSON.parse(plain.toString('utf8')) as Omit<Arrived, 'urgency' | 'topic'>;
    this.arrived.push({ ...shown, urgency: first(headers['urgency']), topic: first(headers['topic']) });
  }

  private open(sealed: Buffer): Buffer {
    const salt = sealed.subarray(0, saltBytes);
    const textAt = keyAt + (sealed[keyAt - 1] ?? 0);
    const theirs = sealed.subarray(keyAt, textAt);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), theirs]);
    const secret = Buffer.from(hkdfSync('sha256', this.pair.computeSecret(theirs), this.auth, info, 32));
    const derive = (what: string, bytes: number): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${what}\0`, bytes));
    const text = sealed.subarray(textAt, -tagBytes);
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    cipher.setAuthTag(sealed.subarray(-tagBytes));
    const padded = Buffer.concat([cipher.update(text), cipher.final()]);
    // The last record ends with a 2 and zeros.
    return padded.subarray(0, padded.lastIndexOf(2));
  }
}

/** Of the header of the content encoding aes128gcm, RFC 8188: salt, record size, length of the key. */
const [saltBytes, keyAt, tagBytes] = [16, 21, 16];

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A push service: it takes what is signed by the key that a browser subscribed with, and can be out of order. */
export class FakePushService {
  /** Nobody answers. */
  isDown = false;
  asked = 0;
  private readonly browsers = new Map<string, FakeBrowser>();

  private constructor(
    private readonly server: Server,
    private readonly publicKey: string,
  ) {}

  /** @param privateKey the platform's (VAPID), in base64url */
  static async start(privateKey: string): Promise<FakePushService> {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    const server = createServer();
    const service = new FakePushService(server, pair.getPublicKey('base64url'));
    server.on('request', (request: IncomingMessage, response) => {
      service.asked += 1;
      if (service.isDown) {
        request.socket.destroy();
        return;
      }
      void service.answer(request).then((status) => response.writeHead(status).end());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  browser(): FakeBrowser {
    const browser = new FakeBrowser(this.origin, `/send/${randomBytes(16).toString('hex')}`);
    this.browsers.set(browser.path, browser);
    return browser;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage): Promise<number> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const browser = this.browsers.get(request.url ?? '');
    if (browser === undefined) return 410;
    if (browser.status !== null) return browser.status;
    if (!this.isSigned(request.headers.authorization ?? '') || request.headers['ttl'] === undefined)
      return 403;
    browser.take(Buffer.concat(parts), request.headers);
    return 201;
  }

  /** VAPID, RFC 8292: a token by our key, for this service, that ends within a day. */
  private isSigned(authorization: string): boolean {
    const [, token = '', key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
    const [header = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(this.publicKey, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const isOurs = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    return isOurs && key === this.publicKey && isFor(this.origin, claims);
  }
}

/** Are these claims for this service, by somebody who can be reached, and at an end within a day? */
function isFor(origin: string, claims: string): boolean {
  const text = Buffer.from(claims, 'base64url').toString();
  const { aud, exp, sub } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const isShort = typeof exp === 'number' && exp - Date.now() / 1_000 <= 86_400;
  return aud === origin && isShort && typeof sub === 'string';
}
