import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@gongxiang/observability';
import { MembershipConfig } from './config.js';

const key = Buffer.alloc(32).toString('base64');
const needed = {
  NATS_URL: 'nats://localhost',
  DATABASE_URL: 'postgres://localhost/x',
  RPC_KEY: key,
  DATA_KEY: key,
  LOOKUP_KEY: key,
  TEXT_PUBLIC_KEY: key,
  JWT_SECRET: 'a secret of thirty-two characters',
};
const oidc = {
  PUBLIC_URL: 'https://union.example',
  OIDC_ISSUER: 'https://id.example/realm',
  OIDC_CLIENT_ID: 'gongxiang',
  OIDC_CLIENT_SECRET: 'x',
};
const load = (more: Readonly<Record<string, string>>) => () =>
  loadConfig(MembershipConfig, { ...needed, ...more });

describe('the configuration of sign-ins elsewhere', () => {
  it('may be absent', () => {
    expect(load({})()).toMatchObject({ wecomApiUrl: 'https://qyapi.weixin.qq.com' });
  });

  it('is complete, or the service does not start', () => {
    expect(load(oidc)()).toMatchObject({ oidcIssuer: oidc.OIDC_ISSUER });
    expect(load({ ...oidc, PUBLIC_URL: '' })).toThrow('PUBLIC_URL');
    expect(load({ ...oidc, OIDC_CLIENT_SECRET: '' })).toThrow('OIDC_CLIENT_SECRET');
    const { PUBLIC_URL } = oidc;
    expect(load({ PUBLIC_URL, WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1' })).toThrow('WECOM_SECRET');
    expect(load({ PUBLIC_URL, WECHAT_APP_ID: 'wx1' })).toThrow('WECHAT_APP_SECRET');
  });

  it.each([
    ['http://id.example', false],
    ['ftp://id.example', false],
    ['https://id.example/?x=1', false],
    ['https://id.example', true],
    ['http://127.0.0.1:8080/realm', true],
    ['http://localhost.evil.test', false],
  ])('asks a provider over https alone, but for this machine: %s', (OIDC_ISSUER, isTaken) => {
    if (isTaken) expect(load({ ...oidc, OIDC_ISSUER })()).toMatchObject({ oidcIssuer: OIDC_ISSUER });
    else expect(load({ ...oidc, OIDC_ISSUER })).toThrow('OIDC_ISSUER');
  });
});
