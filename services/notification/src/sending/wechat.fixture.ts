import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from './local-server.fixture.js';

/** A message as it stands in somebody's WeChat. */
export interface ArrivedWechat {
  readonly to: string;
  readonly url: string;
  /** By the names of the template's fields. */
  readonly values: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

/** By the kind that stands in their names; others are not in the template. */
const fields: Readonly<Record<string, RegExp>> = {
  thing2: /^[^\n]{1,20}$/u,
  thing4: /^[^\n]{1,20}$/u,
  time3: /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/,
};

/** A service account of 微信 as documented: it says once who has opened an address, and shows template messages to who follows it. */
export class FakeWechat extends LocalServer {
  readonly settings = {
    wechatAppId: 'wx1234567890abcdef',
    wechatAppSecret: 'a-secret-of-a-service-account',
    wechatTemplateId: 'ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY',
    wechatTemplateFields: 'heading=thing2,title=thing4,time=time3',
  };
  readonly followers = new Set<string>();
  readonly arrived: ArrivedWechat[] = [];
  /** Answers every message with this error. */
  errcode: number | null = null;
  tokensGiven = 0;
  /** How often it was asked to show a message. */
  asked = 0;
  /** How often it was asked who somebody is. */
  codesAsked = 0;
  private token = '';
  private readonly codes = new Map<string, Json>();
  private readonly used = new Set<string>();
  private readonly seen = new Set<string>();

  /** @param publicUrl of the portal, whose host the account trusts */
  constructor(private readonly publicUrl: string) {
    super();
  }

  to(openId: string): ArrivedWechat[] {
    return this.arrived.filter(({ to }) => to === openId);
  }

  /** Whoever else has asked for a new one by force has ended it. */
  endToken(): void {
    this.token = randomUUID();
  }

  /** Somebody opens an address in WeChat. @returns what their browser comes to the portal with */
  open(address: string, owner: Json): { readonly code: string; readonly state: string } {
    const { pathname, searchParams, hash } = new URL(address);
    const query = Object.fromEntries(searchParams) as Readonly<Record<string, string | undefined>>;
    if (pathname !== '/connect/oauth2/authorize' || hash !== '#wechat_redirect')
      throw new Error('请在微信客户端打开链接');
    // WeChat compares the order, too.
    if (Object.keys(query).join(' ') !== 'appid redirect_uri response_type scope state')
      throw new Error('10003');
    const { redirect_uri: back, state = '' } = query;
    if (query['appid'] !== this.settings.wechatAppId || query['scope'] !== 'snsapi_base')
      throw new Error('10005');
    if (back !== `${this.publicUrl}/notice-settings/wechat`) throw new Error('10003');
    if (!/^[a-zA-Z0-9]{1,128}$/.test(state)) throw new Error('state: a-zA-Z0-9, 128 bytes at most');
    const code = randomUUID();
    this.codes.set(code, owner);
    return { code, state };
  }

  protected async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://local');
    const answer = this.answerTo(
      `${request.method} ${pathname}`,
      searchParams,
      Buffer.concat(parts).toString(),
    );
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer));
  }

  private answerTo(asked: string, query: URLSearchParams, body: string): Json {
    switch (asked) {
      case 'GET /sns/oauth2/access_token':
        return this.ownerOf(Object.fromEntries(query));
      case 'POST /cgi-bin/stable_token':
        return this.newToken(JSON.parse(body) as Json);
      case 'POST /cgi-bin/message/template/send':
        return this.accept(query, JSON.parse(body) as Json);
      default:
        return error(40_066);
    }
  }

  private ownerOf(query: Readonly<Record<string, string | undefined>>): Json {
    this.codesAsked += 1;
    if (query['appid'] !== this.settings.wechatAppId) return error(40_013);
    if (query['secret'] !== this.settings.wechatAppSecret) return error(40_125);
    const { code = '' } = query;
    const owner = this.codes.get(code);
    if (query['grant_type'] !== 'authorization_code' || owner === undefined) return error(40_029);
    if (this.used.has(code)) return error(40_163);
    this.used.add(code);
    return { access_token: randomUUID(), expires_in: 7_200, refresh_token: randomUUID(), ...owner };
  }

  private newToken({ grant_type: grant, appid, secret }: Json): Json {
    if (grant !== 'client_credential') return error(40_002);
    if (appid !== this.settings.wechatAppId) return error(40_013);
    if (secret !== this.settings.wechatAppSecret) return error(40_125);
    this.tokensGiven += 1;
    this.token = randomUUID();
    return { access_token: this.token, expires_in: 7_200 };
  }

  private accept(query: URLSearchParams, message: Json): Json {
    this.asked += 1;
    if (query.get('access_token') !== this.token) return error(40_001);
    if (this.errcode !== null) return error(this.errcode);
    if (message['template_id'] !== this.settings.wechatTemplateId) return error(40_037);
    const { touser: to, url, client_msg_id: id } = message as Readonly<Record<string, string>>;
    if (to === undefined || !this.followers.has(to)) return error(43_004);
    const values = valuesOf(message['data'] as Readonly<Record<string, { readonly value: string }>>);
    if (values === null) return error(47_003);
    const isSame = this.seen.has(`${to} ${id}`);
    this.seen.add(`${to} ${id}`);
    if (!isSame) this.arrived.push({ to, url: url ?? '', values });
    return { errcode: 0, errmsg: 'ok', msgid: this.asked };
  }
}

/** @returns null where a field is missing, is none of the template, or has a value that it does not take */
function valuesOf(
  data: Readonly<Record<string, { readonly value: string }>>,
): Readonly<Record<string, string>> | null {
  const values = Object.entries(data).map(([name, { value }]) => [name, value] as const);
  const isFit = values.every(([name, value]) => fields[name]?.test(value) ?? false);
  return isFit && values.length === Object.keys(fields).length ? Object.fromEntries(values) : null;
}

function error(errcode: number): Json {
  return { errcode, errmsg: 'in words, rid: 6385c6c1-0fcadca1-22c1fc91' };
}
