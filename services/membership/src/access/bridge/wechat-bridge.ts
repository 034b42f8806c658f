import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import {
  type Bridge,
  type BridgeAnswer,
  type BridgeAttempt,
  type Identity,
  type ProvenIdentity,
  returnAddress,
} from './bridge.js';
import { askTencent, bridgeDown, textOf } from './provider-call.js';

export interface WechatSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly scope: string;
  readonly apiUrl: string;
  readonly openUrl: string;
  readonly publicUrl: string | undefined;
}

/** The code is wrong, was used, is over, or is missing. */
const codeErrors = new Set([40_029, 40_163, 42_003, 41_008]);

/** A service account 微信公众号（服务号）: one's WeChat, in WeChat's own browser. It knows no phone. */
export class WechatBridge implements Bridge {
  readonly name = 'wechat';
  readonly title = null;
  readonly inAppOnly = true;
  private readonly redirectUri: string;

  constructor(
    private readonly settings: WechatSettings,
    private readonly logger: Logger,
  ) {
    this.redirectUri = returnAddress(settings.publicUrl, this.name);
  }

  /** WeChat asks for the parameters in this order. */
  authoriseUrl({ state }: BridgeAttempt): Promise<string> {
    const { appId, scope, openUrl } = this.settings;
    const url = new URL('/connect/oauth2/authorize', openUrl);
    url.search = new URLSearchParams({
      appid: appId,
      redirect_uri: this.redirectUri,
      response_type: 'code',
      scope,
      state,
    }).toString();
    return Promise.resolve(`${url.href}#wechat_redirect`);
  }

  async identityOf(_attempt: BridgeAttempt, { code }: BridgeAnswer): Promise<ProvenIdentity> {
    const { appId, appSecret, apiUrl } = this.settings;
    const answer = await askTencent(apiUrl, '/sns/oauth2/access_token', {
      appid: appId,
      secret: appSecret,
      code,
      grant_type: 'authorization_code',
    });
    if (answer === null) throw bridgeDown(this.logger, this.name, 'no answer');
    const { errcode = 0 } = answer;
    if (codeErrors.has(errcode)) throw new DomainError('BRIDGE_REFUSED', { pointer: '/code' });
    if (errcode !== 0) throw bridgeDown(this.logger, this.name, `errcode ${errcode}`);
    const openId = textOf(answer['openid']);
    // A page that is only previewed is opened by an account that WeChat makes up.
    if (openId === null || answer['is_snapshotuser'] === 1)
      throw new DomainError('BRIDGE_REFUSED', { pointer: '/code' });
    const own: Identity = { issuer: `wechat:${appId}`, subject: openId };
    // Given with the scope snsapi_userinfo alone; it stays the same when another service account takes over.
    const unionId = textOf(answer['unionid']);
    if (unionId === null) return { identities: [own], phone: null };
    return { identities: [{ issuer: 'wechat:unionid', subject: unionId }, own], phone: null };
  }
}
