import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@gongxiang/observability';
import type { BridgeAttempt } from './bridge.js';
import { OidcBridge } from './oidc-bridge.js';
import { challengeOf, jws, OidcProvider, type Visitor } from './oidc-provider.fixture.js';

const publicUrl = 'https://union.example';
const attempt: BridgeAttempt = {
  state: 'a'.repeat(64),
  nonce: 'a nonce',
  // RFC 7636, appendix B.
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
};
const visitor: Visitor = { sub: 'zhang.san' };
let provider: OidcProvider;
let bridge: OidcBridge;

beforeEach(async () => {
  provider = new OidcProvider(`${publicUrl}/sign-in/return/oidc`);
  await provider.start();
  bridge = bridgeWith();
});

afterEach(() => provider.stop());

function bridgeWith(clientSecret = provider.clientSecret): OidcBridge {
  const { url: issuer, clientId } = provider;
  const settings = { issuer, clientId, clientSecret, title: '统一身份', publicUrl };
  return new OidcBridge(settings, createLogger({ service: 'membership', level: 'silent' }));
}

async function signIn(who: Visitor = visitor) {
  const returned = provider.visit(await bridge.authoriseUrl(attempt), who);
  return bridge.identityOf(attempt, returned);
}

const refused = { code: 'BRIDGE_REFUSED' };
const down = { code: 'BRIDGE_DOWN', retryAfterSeconds: 10 };

describe('the published vectors', () => {
  it('RFC 7636, appendix B: the challenge of the verifier', async () => {
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    expect(challengeOf(attempt.verifier)).toBe(challenge);
    const { searchParams } = new URL(await bridge.authoriseUrl(attempt));
    expect(searchParams.get('code_challenge')).toBe(challenge);
  });

  it('RFC 7515, appendix A.2: the provider signs with RS256 as published', () => {
    const payload = '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}';
    expect(jws('{"alg":"RS256"}', payload)).toBe(
      'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw',
    );
  });
});

describe('an OpenID Connect provider', () => {
  it('proves who has signed in there', async () => {
    expect(await signIn()).toEqual({
      identities: [{ issuer: provider.url, subject: 'zhang.san' }],
      phone: null,
    });
  });

  it.each([
    ['in the ID token', {}],
    ['at the userinfo endpoint', { isPhoneAtUserinfo: true }],
  ])('proves a phone that it has verified, %s', async (_where, more) => {
    const phone = { number: '+86 13800001111', isVerified: true };
    expect(await signIn({ ...visitor, ...more, phone })).toMatchObject({ phone: '+86 13800001111' });
    expect(await signIn({ ...visitor, ...more, phone: { ...phone, isVerified: false } })).toMatchObject({
      phone: null,
    });
  });

  it('is asked with the secret in the body, if it wants it there', async () => {
    provider.takesPost = true;
    expect(await signIn()).toMatchObject({ phone: null });
  });

  it('takes a code once', async () => {
    const returned = provider.visit(await bridge.authoriseUrl(attempt), visitor);
    await bridge.identityOf(attempt, returned);
    await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(refused);
    await expect(bridge.identityOf(attempt, { ...returned, code: 'made up' })).rejects.toMatchObject(refused);
  });

  it.each([
    ['the verifier of another start', { verifier: 'x'.repeat(43) }],
    ['the nonce of another start', { nonce: 'another nonce' }],
  ])('proves nobody to %s', async (_name, other) => {
    const returned = provider.visit(await bridge.authoriseUrl(attempt), visitor);
    await expect(bridge.identityOf({ ...attempt, ...other }, returned)).rejects.toMatchObject(refused);
  });

  const past = Math.floor(Date.now() / 1_000) - 3_600;
  it.each([
    ['is signed by another key', { byAnotherKey: true }],
    ['is not signed', { unsigned: true }],
    ['is over', { claims: { exp: past } }],
    ['is for another client', { claims: { aud: 'another' } }],
    ['is of another issuer', { claims: { iss: 'https://evil.test' } }],
    ['has another nonce', { claims: { nonce: 'another' } }],
    ['names nobody', { claims: { sub: '' } }],
  ])('proves nobody by an ID token that %s', async (_name, lie) => {
    await expect(signIn({ ...visitor, lie })).rejects.toMatchObject(refused);
  });

  it('proves nobody if the answer names another issuer, or none (RFC 9207)', async () => {
    for (const iss of ['https://evil.test', undefined]) {
      const returned = provider.visit(await bridge.authoriseUrl(attempt), visitor);
      await expect(bridge.identityOf(attempt, { ...returned, iss })).rejects.toMatchObject(refused);
    }
  });

  it.each(['down', 'redirects', 'noJson', 'hangs', 'endless'] as const)(
    'is not available while it %s, at the start and at the end, and is asked again later',
    async (outage) => {
      provider.outage = outage;
      await expect(bridge.authoriseUrl(attempt)).rejects.toMatchObject(down);
      provider.outage = null;
      const returned = provider.visit(await bridge.authoriseUrl(attempt), visitor);
      provider.outage = outage;
      await expect(bridge.identityOf(attempt, returned)).rejects.toMatchObject(down);
      expect(provider.asked).not.toContain('/elsewhere');
      provider.outage = null;
      expect(await signIn()).toMatchObject({ phone: null });
    },
    20_000,
  );

  it('is not available with a wrong secret, for which the person can do nothing', async () => {
    bridge = bridgeWith('wrong');
    await expect(signIn()).rejects.toMatchObject(down);
  });

  it('is asked for its addresses and keys once, also by many at once', async () => {
    await Promise.all([signIn(), signIn({ sub: 'li.si' })]);
    await signIn();
    const discovered = provider.asked.filter((path) => path.startsWith('/.well-known'));
    expect(discovered).toHaveLength(1);
  });
});
