import type { Logger } from '@gongxiang/observability';
import type { MembershipConfig } from '../../config/config.js';
import type { Bridge } from './bridge.js';
import { OidcBridge } from './oidc-bridge.js';
import { WechatBridge } from './wechat-bridge.js';
import { WecomBridge } from './wecom-bridge.js';

/** The bridges that are configured; the configuration is complete for each that is begun. */
export function bridgesOf(config: MembershipConfig, logger: Logger): readonly Bridge[] {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcName, publicUrl } = config;
  const { wecomCorpId, wecomAgentId, wecomSecret, wecomApiUrl, wecomScanUrl } = config;
  const { wechatAppId, wechatAppSecret, wechatScope, wechatApiUrl, wechatOpenUrl: openUrl } = config;
  const bridges: Bridge[] = [];
  if (wechatAppId && wechatAppSecret) {
    const settings = { appId: wechatAppId, appSecret: wechatAppSecret, scope: wechatScope };
    bridges.push(new WechatBridge({ ...settings, apiUrl: wechatApiUrl, openUrl, publicUrl }, logger));
  }
  if (wecomCorpId && wecomAgentId && wecomSecret) {
    const settings = { corpId: wecomCorpId, agentId: wecomAgentId, secret: wecomSecret };
    const addresses = { apiUrl: wecomApiUrl, scanUrl: wecomScanUrl, openUrl, publicUrl };
    bridges.push(new WecomBridge({ ...settings, ...addresses }, logger));
  }
  if (oidcIssuer && oidcClientId && oidcClientSecret) {
    const settings = { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret };
    bridges.push(new OidcBridge({ ...settings, title: oidcName ?? null, publicUrl }, logger));
  }
  return bridges;
}
