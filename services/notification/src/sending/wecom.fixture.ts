import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from './local-server.fixture.js';

/** A message as a member of the enterprise sees it. */
export interface ArrivedWecom {
  readonly to: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** 企业微信 as documented: it gives a token, ends it, knows its members, and shows the same JSON once. */
export class FakeWecom extends LocalServer {
  readonly settings = {
    wecomCorpId: 'ww1234567890abcdef',
    wecomAgentId: '1000002',
    wecomSecret: 'a-secret-of-an-application',
  };
  readonly members = new Set<string>();
  readonly arrived: ArrivedWecom[] = [];
  /** Answers every message with this error. */
  errcode: number | null = null;
  tokensGiven = 0;
  asked = 0;
  private token = '';
  private readonly seen = new Set<string>();

  to(member: string): ArrivedWecom[] {
    return this.arrived.filter(({ to }) => to === member);
  }

  /** WeCom may end a token at any time. */
  endToken(): void {
    this.token = 'ended';
  }

  protected async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://local');
    const answer =
      pathname === '/cgi-bin/gettoken'
        ? this.newToken(searchParams)
        : this.accept(searchParams, Buffer.concat(parts).toString());
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private newToken(query: URLSearchParams): Json {
    if (query.get('corpid') !== this.settings.wecomCorpId) return error(40_013);
    if (query.get('corpsecret') !== this.settings.wecomSecret) return error(40_001);
    this.tokensGiven += 1;
    this.token = randomUUID();
    return { errcode: 0, errmsg: 'ok', access_token: this.token, expires_in: 7_200 };
  }

  private accept(query: URLSearchParams, body: string): Json {
    this.asked += 1;
    if (query.get('access_token') !== this.token) return error(this.token === 'ended' ? 42_001 : 40_014);
    if (this.errcode !== null) return error(this.errcode);
    const message = JSON.parse(body) as Json;
    if (message['agentid'] !== Number(this.settings.wecomAgentId)) return error(40_056);
    const to = String(message['touser']);
    if (!this.members.has(to)) return error(81_013);
    const isSame = message['enable_duplicate_check'] === 1 && this.seen.has(body);
    this.seen.add(body);
    if (!isSame) this.arrived.push({ to, ...contentOf(message) });
    return { errcode: 0, errmsg: 'ok', msgid: randomUUID() };
  }
}

function contentOf(message: Json): Omit<ArrivedWecom, 'to'> {
  const kind = String(message['msgtype']);
  const content = message[kind] as Readonly<Record<string, string>>;
  const { title = '', description, content: text, url = null } = content;
  return { kind, title, text: description ?? text ?? '', url };
}

function error(errcode: number): Json {
  return { errcode, errmsg: 'in words, hint: [1607], more info at https://open.work.weixin.qq.com' };
}
