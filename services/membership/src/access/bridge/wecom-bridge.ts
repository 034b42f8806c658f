import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import {
  type Bridge,
  type BridgeAnswer,
  type BridgeAttempt,
  type ProvenIdentity,
  returnAddress,
} from './bridge.js';
import { askTencent, bridgeDown, type TencentAnswer, textOf } from './provider-call.js';

export interface WecomSettings {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
  readonly apiUrl: string;
  readonly scanUrl: string;
  readonly openUrl: string;
  readonly publicUrl: string | undefined;
}

/** Of the list of global error codes: the code is wrong, was used, or is over. */
const codeErrors = new Set([40_029, 42_003, 41_008]);
/** The access token of the application is wrong, or is over, e.g. as another process got a new one. */
const tokenErrors = new Set([40_014, 42_001]);
/** So much earlier than WeCom says a token is replaced. */
const tokenMarginSeconds = 120;

/**
 * 企业微信: one's account at the enterprise, by a scan or in the app. It gives no phone: that of a member is entered by
 * the enterprise's administrator, who could enter somebody else's and so sign in as them.
 */
export class WecomBridge implements Bridge {
  readonly name = 'wecom';
  readonly title = null;
  readonly inAppOnly = false;
  private readonly redirectUri: string;
  private token: { readonly value: string; readonly until: number } | null = null;

  constructor(
    private readonly settings: WecomSettings,
    private readonly logger: Logger,
  ) {
    this.redirectUri = returnAddress(settings.publicUrl, this.name);
  }

  authoriseUrl({ state }: BridgeAttempt, inApp: boolean): Promise<string> {
    const { corpId, agentId, scanUrl, openUrl } = this.settings;
    const url = new URL(
      inApp ? '/connect/oauth2/authorize' : '/wwlogin/sso/login',
      inApp ? openUrl : scanUrl,
    );
    url.search = new URLSearchParams({
      ...(inApp ? { response_type: 'code', scope: 'snsapi_base' } : { login_type: 'CorpApp' }),
      appid: corpId,
      agentid: agentId,
      redirect_uri: this.redirectUri,
      state,
    }).toString();
    return Promise.resolve(inApp ? `${url.href}#wechat_redirect` : url.href);
  }

  async identityOf(_attempt: BridgeAttempt, { code }: BridgeAnswer): Promise<ProvenIdentity> {
    let answer = await this.userOf(code);
    if (answer?.errcode !== undefined && tokenErrors.has(answer.errcode)) {
      this.token = null;
      answer = await this.userOf(code);
    }
    if (answer === null) throw bridgeDown(this.logger, this.name, 'no answer');
    const { errcode = 0 } = answer;
    if (codeErrors.has(errcode)) throw new DomainError('BRIDGE_REFUSED', { pointer: '/code' });
    if (errcode !== 0) throw bridgeDown(this.logger, this.name, `errcode ${errcode}`);
    // Who is no member of the enterprise has an `openid` in its place.
    const userId = textOf(answer['userid']);
    if (userId === null) throw new DomainError('BRIDGE_REFUSED', { pointer: '/code' });
    // Unique in the enterprise regardless of case.
    const subject = userId.toLowerCase();
    return { identities: [{ issuer: `wecom:${this.settings.corpId}`, subject }], phone: null };
  }

  private async userOf(code: string): Promise<TencentAnswer | null> {
    const query = { access_token: await this.accessToken(), code };
    return askTencent(this.settings.apiUrl, '/cgi-bin/auth/getuserinfo', query);
  }

  /** WeCom wants it to be kept, and gives the same one while it is valid. */
  private async accessToken(): Promise<string> {
    if (this.token !== null && this.token.until > performance.now()) return this.token.value;
    const { corpId, secret, apiUrl } = this.settings;
    const answer = await askTencent(apiUrl, '/cgi-bin/gettoken', { corpid: corpId, corpsecret: secret });
    const value = textOf(answer?.['access_token']);
    if (answer === null || value === null)
      throw bridgeDown(this.logger, this.name, `gettoken: errcode ${answer?.errcode ?? 'none'}`);
    const seconds = Number(answer['expires_in'] ?? 0) - tokenMarginSeconds;
    this.token = { value, until: performance.now() + seconds * 1_000 };
    return value;
  }
}
