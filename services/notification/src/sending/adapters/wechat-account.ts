import { askProvider, failureOf, fieldOf } from './provider-call.js';
import { errcodeOf } from './access-token.js';

export interface WechatAccountSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly url: string;
  /** Where the app lets people in. */
  readonly openUrl: string;
  readonly publicUrl: string;
}

/** Whose WeChat it is; that WeChat proves nobody; or that it cannot be asked. */
export type WechatOwner =
  | { readonly is: 'known'; readonly openId: string }
  | { readonly is: 'refused' }
  | { readonly is: 'down'; readonly reason: string };

/** Somebody waits for the answer. */
const callMs = 5_000;
/** The code is wrong, was used, is over, or is missing. */
const codeErrors = new Set([40_029, 40_163, 42_003, 41_008]);

/** A service account 微信公众号（服务号）, which says who has opened an address in WeChat. */
export class WechatAccount {
  constructor(private readonly settings: WechatAccountSettings) {}

  /** WeChat asks for the parameters in this order, and nobody for their consent. @param state letters and digits, 128 at most */
  authoriseUrl(state: string): string {
    const { appId, openUrl, publicUrl } = this.settings;
    const url = new URL('/connect/oauth2/authorize', openUrl);
    url.search = new URLSearchParams({
      appid: appId,
      redirect_uri: `${publicUrl.replace(/\/$/, '')}/notice-settings/wechat`,
      response_type: 'code',
      scope: 'snsapi_base',
      state,
    }).toString();
    return `${url.href}#wechat_redirect`;
  }

  /** @param code works once */
  async ownerOf(code: string): Promise<WechatOwner> {
    const { appId, appSecret, url } = this.settings;
    const from = new URL('/sns/oauth2/access_token', url);
    from.search = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      code,
      grant_type: 'authorization_code',
    }).toString();
    const request = { method: 'GET', headers: {}, body: null } as const;
    try {
      return ownerIn((await askProvider(from.href, request, AbortSignal.timeout(callMs))).body);
    } catch (error) {
      const outcome = failureOf(error);
      return { is: 'down', reason: 'reason' in outcome ? outcome.reason : outcome.is };
    }
  }
}

function ownerIn(answer: unknown): WechatOwner {
  const openId = fieldOf(answer, 'openid');
  if (typeof openId === 'string' && openId !== '') {
    // A page that is only previewed is opened by an account that WeChat makes up.
    return fieldOf(answer, 'is_snapshotuser') === 1 ? { is: 'refused' } : { is: 'known', openId };
  }
  const errcode = errcodeOf(answer);
  return codeErrors.has(errcode) ? { is: 'refused' } : { is: 'down', reason: `errcode ${errcode}` };
}
