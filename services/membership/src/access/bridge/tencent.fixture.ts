import { randomUUID } from 'node:crypto';
import { type Asked, Provider, type Reply } from './provider.fixture.js';

/** Of both: their error codes as documented, in answers with status 200 and the content type text/plain. */
abstract class TencentProvider extends Provider {
  protected readonly codes = new Map<string, object>();
  private readonly used = new Set<string>();
  /** Answers everything with this error. */
  errcode: number | null = null;

  protected grant(user: object): string {
    const code = randomUUID();
    this.codes.set(code, user);
    return code;
  }

  /** @returns null if it was used before */
  protected take(code: string): object | null | undefined {
    const user = this.codes.get(code);
    if (this.used.has(code)) return null;
    if (user !== undefined) this.used.add(code);
    return user;
  }

  protected answer(asked: Asked): Reply {
    const body = this.errcode === null ? this.answerTo(asked) : error(this.errcode);
    return { body: JSON.stringify(body), headers: { 'content-type': 'text/plain' } };
  }

  protected abstract answerTo(asked: Asked): object;
}

function error(errcode: number): object {
  return { errcode, errmsg: 'in words, hints: [ req_id: x ]' };
}

/** An address of `open.weixin.qq.com` or `login.work.weixin.qq.com`, as a browser opens it. */
function queryOf(address: string, path: string, hash: string): Record<string, string | undefined> {
  const url = new URL(address);
  const query = Object.fromEntries(url.searchParams);
  if (url.pathname !== path || url.hash !== hash) throw new Error('请在微信客户端打开链接');
  if (!/^[a-zA-Z0-9]{1,128}$/.test(query['state'] ?? ''))
    throw new Error('state: a-zA-Z0-9, 128 bytes at most');
  return query;
}

export class WecomProvider extends TencentProvider {
  readonly corpId = 'ww1234567890abcdef';
  readonly agentId = '1000002';
  readonly secret = 'a-secret-of-an-application';
  private token = '';
  tokensGiven = 0;

  constructor(private readonly redirectUri: string) {
    super();
  }

  /** A member scans, or opens it in the app. @param user what WeCom says of them */
  visit(address: string, user: object): { code: string; state: string } {
    const isScan = new URL(address).pathname.startsWith('/wwlogin');
    const query = isScan
      ? queryOf(address, '/wwlogin/sso/login', '')
      : queryOf(address, '/connect/oauth2/authorize', '#wechat_redirect');
    const isRight =
      query['appid'] === this.corpId &&
      query['agentid'] === this.agentId &&
      query['redirect_uri'] === this.redirectUri &&
      (isScan
        ? query['login_type'] === 'CorpApp'
        : query['response_type'] === 'code' && query['scope'] === 'snsapi_base');
    // 50001: the address that it would lead back to is not one of the application's.
    if (!isRight) throw new Error('50001');
    return { code: this.grant(user), state: query['state'] ?? '' };
  }

  /** WeCom may end a token at any time. */
  endToken(): void {
    this.token = 'ended';
  }

  protected answerTo({ url }: Asked): object {
    const query = Object.fromEntries(url.searchParams);
    if (url.pathname === '/cgi-bin/gettoken') {
      if (query['corpid'] !== this.corpId) return error(40_013);
      if (query['corpsecret'] !== this.secret) return error(40_001);
      this.tokensGiven += 1;
      this.token = randomUUID();
      return { errcode: 0, errmsg: 'ok', access_token: this.token, expires_in: 7_200 };
    }
    if (url.pathname !== '/cgi-bin/auth/getuserinfo') return error(40_066);
    if (query['access_token'] !== this.token) return error(this.token === 'ended' ? 42_001 : 40_014);
    const user = this.take(query['code'] ?? '');
    return user ? { errcode: 0, errmsg: 'ok', ...user } : error(40_029);
  }
}

export class WechatProvider extends TencentProvider {
  readonly appId = 'wx1234567890abcdef';
  readonly secret = 'a-secret-of-a-service-account';

  constructor(private readonly redirectUri: string) {
    super();
  }

  visit(address: string, user: object): { code: string; state: string } {
    const query = queryOf(address, '/connect/oauth2/authorize', '#wechat_redirect');
    // WeChat compares the order, too.
    const order = [...new URL(address).searchParams.keys()].join(' ');
    const isRight =
      order === 'appid redirect_uri response_type scope state' &&
      query['appid'] === this.appId &&
      query['redirect_uri'] === this.redirectUri &&
      query['response_type'] === 'code' &&
      ['snsapi_base', 'snsapi_userinfo'].includes(query['scope'] ?? '');
    // 10003: the domain of redirect_uri is not that of the service account.
    if (!isRight) throw new Error('10003');
    const { unionid: _private, ...open } = user as { unionid?: string };
    return {
      code: this.grant(query['scope'] === 'snsapi_base' ? open : user),
      state: query['state'] ?? '',
    };
  }

  protected answerTo({ url }: Asked): object {
    const query = Object.fromEntries(url.searchParams);
    if (url.pathname !== '/sns/oauth2/access_token' || query['grant_type'] !== 'authorization_code')
      return error(40_002);
    if (query['appid'] !== this.appId) return error(40_013);
    if (query['secret'] !== this.secret) return error(40_125);
    if (!query['code']) return error(41_008);
    const user = this.take(query['code']);
    if (user === null) return error(40_163);
    if (user === undefined) return error(40_029);
    return { access_token: randomUUID(), expires_in: 7_200, refresh_token: randomUUID(), ...user };
  }
}
