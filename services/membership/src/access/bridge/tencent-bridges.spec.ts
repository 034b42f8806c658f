import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@gongxiang/observability';
import type { BridgeAttempt } from './bridge.js';
import { WechatProvider, WecomProvider } from './tencent.fixture.js';
import { WechatBridge } from './wechat-bridge.js';
import { WecomBridge } from './wecom-bridge.js';

const publicUrl = 'https://union.example';
const attempt: BridgeAttempt = { state: 'a'.repeat(64), nonce: 'not used', verifier: 'not used' };
const refused = { code: 'BRIDGE_REFUSED' };
const down = { code: 'BRIDGE_DOWN', retryAfterSeconds: 10 };
const outages = ['down', 'redirects', 'noJson', 'hangs', 'endless'] as const;
const logger = createLogger({ service: 'membership', level: 'silent' });

describe('WeCom', () => {
  let provider: WecomProvider;
  let bridge: WecomBridge;

  beforeEach(async () => {
    provider = new WecomProvider(`${publicUrl}/sign-in/return/wecom`);
    await provider.start();
    bridge = bridgeWith();
  });

  afterEach(() => provider.stop());

  function bridgeWith(secret = provider.secret): WecomBridge {
    const { corpId, agentId, url } = provider;
    return new WecomBridge(
      { corpId, agentId, secret, apiUrl: url, scanUrl: url, openUrl: url, publicUrl },
      logger,
    );
  }

  async function signIn(user: object = { userid: 'ZhangSan' }, inApp = false) {
    return bridge.identityOf(attempt, provider.visit(await bridge.authoriseUrl(attempt, inApp), user));
  }

  it.each([
    ['by a scan', false],
    ['in the app', true],
  ])('proves who is a member of the enterprise, %s, however the id is written', async (_how, inApp) => {
    expect(await signIn({ userid: 'ZhangSan', user_ticket: 'x' }, inApp)).toEqual({
      identities: [{ issuer: `wecom:${provider.corpId}`, subject: 'zhangsan' }],
      phone: null,
    });
  });

  it('proves nobody who is no member', async () => {
    await expect(signIn({ openid: 'somebody', external_userid: 'wm1' })).rejects.toMatchObject(refused);
  });

  it('takes a code once (40029)', async () => {
    const returned = provider.visit(await bridge.authoriseUrl(attempt, false), { userid: 'a' });
    await bridge.identityOf(attempt, returned);
    await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(refused);
  });

  it('is asked with one token until that is over (42001), and then with another', async () => {
    await signIn();
    await signIn();
    expect(provider.tokensGiven).toBe(1);
    provider.endToken();
    expect(await signIn()).toMatchObject({ phone: null });
    expect(provider.tokensGiven).toBe(2);
  });

  it.each([
    [-1, down],
    [45_009, down],
    [60_020, down],
    [42_003, refused],
    [41_008, refused],
    [40_029, refused],
    // Also of a new token: it is not asked for without end.
    [42_001, down],
  ])('answers %i', async (errcode, expected) => {
    await signIn();
    const returned = provider.visit(await bridge.authoriseUrl(attempt, false), { userid: 'a' });
    provider.errcode = errcode;
    await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(expected);
    expect(provider.asked.length).toBeLessThanOrEqual(5);
  });

  it.each(outages)('is not available while it %s', async (outage) => {
    const returned = provider.visit(await bridge.authoriseUrl(attempt, false), { userid: 'a' });
    provider.outage = outage;
    await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(down);
    expect(provider.asked).not.toContain('/elsewhere');
  });

  it('is not available with a wrong secret', async () => {
    bridge = bridgeWith('wrong');
    await expect(signIn()).rejects.toMatchObject(down);
  });
});

describe('WeChat', () => {
  let provider: WechatProvider;

  beforeEach(async () => {
    provider = new WechatProvider(`${publicUrl}/sign-in/return/wechat`);
    await provider.start();
  });

  afterEach(() => provider.stop());

  function bridgeWith({ scope = 'snsapi_base', appSecret = provider.secret } = {}): WechatBridge {
    const { appId, url } = provider;
    return new WechatBridge({ appId, appSecret, scope, apiUrl: url, openUrl: url, publicUrl }, logger);
  }

  async function signIn(user: object = { openid: 'oABC' }, bridge = bridgeWith()) {
    return bridge.identityOf(attempt, provider.visit(await bridge.authoriseUrl(attempt), user));
  }

  it('proves whose WeChat it is, by the id of the service account', async () => {
    expect(await signIn({ openid: 'oABC', unionid: 'u1' })).toEqual({
      identities: [{ issuer: `wechat:${provider.appId}`, subject: 'oABC' }],
      phone: null,
    });
  });

  it('also proves the union id, where people are asked for it', async () => {
    const bridge = bridgeWith({ scope: 'snsapi_userinfo' });
    expect(await signIn({ openid: 'oABC', unionid: 'u1' }, bridge)).toMatchObject({
      identities: [
        { issuer: 'wechat:unionid', subject: 'u1' },
        { issuer: `wechat:${provider.appId}`, subject: 'oABC' },
      ],
    });
  });

  it('proves nobody by the account that WeChat makes up for a preview', async () => {
    await expect(signIn({ openid: 'oABC', is_snapshotuser: 1 })).rejects.toMatchObject(refused);
  });

  it('takes a code once (40163), and none that it did not give (40029)', async () => {
    const bridge = bridgeWith();
    const returned = provider.visit(await bridge.authoriseUrl(attempt), { openid: 'oABC' });
    await bridge.identityOf(attempt, returned);
    await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(refused);
    await expect(bridge.identityOf(attempt, { code: 'made up' })).rejects.toMatchObject(refused);
  });

  it.each([
    [-1, down],
    [45_011, down],
    [42_003, refused],
    [41_008, refused],
  ])('answers %i', async (errcode, expected) => {
    provider.errcode = errcode;
    await expect(signIn()).rejects.toMatchObject(expected);
  });

  it.each(outages)('is not available while it %s', async (outage) => {
    const bridge = bridgeWith();
    const returned = provider.visit(await bridge.authoriseUrl(attempt), { openid: 'oABC' });
    provider.outage = outage;
    await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(down);
    expect(provider.asked).not.toContain('/elsewhere');
  });

  it('is not available with a wrong secret (40125)', async () => {
    await expect(signIn({ openid: 'x' }, bridgeWith({ appSecret: 'wrong' }))).rejects.toMatchObject(down);
  });
});
