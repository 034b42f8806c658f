import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@gongxiang/observability';
import { NotificationConfig } from './config.js';

const key = Buffer.alloc(32).toString('base64');
const needed = {
  NATS_URL: 'nats://localhost',
  DATABASE_URL: 'postgres://localhost/x',
  RPC_KEY: key,
  DATA_KEY: key,
  TEXT_KEY: key,
};
const wechat = {
  PUBLIC_URL: 'https://union.example',
  WECHAT_APP_ID: 'wx1',
  WECHAT_APP_SECRET: 'x',
  WECHAT_TEMPLATE_ID: 'ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY',
  WECHAT_TEMPLATE_FIELDS: 'heading=thing2',
};
const load = (more: Readonly<Record<string, string>>) => () =>
  loadConfig(NotificationConfig, { ...needed, ...more });

describe('the configuration of WeChat', () => {
  it('may be absent, also where people sign in by it', () => {
    expect(load({})()).toMatchObject({ wechatApiUrl: 'https://api.weixin.qq.com' });
    expect(load({ WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'x' })()).toMatchObject({ wechatAppId: 'wx1' });
  });

  it.each(Object.keys(wechat).filter((name) => name !== 'WECHAT_TEMPLATE_ID'))(
    'is complete, or the service does not start: %s',
    (name) => {
      expect(load(wechat)()).toMatchObject({ wechatTemplateFields: 'heading=thing2' });
      expect(load({ ...wechat, [name]: '' })).toThrow(name);
    },
  );

  it.each([
    ['heading=thing2,title=thing4,time=time3', true],
    ['title=thing4,heading=thing2', true],
    ['title=thing4', false],
    ['heading=thing2,first=thing1', false],
    ['heading=time3', false],
    ['heading=thing2,', false],
  ])('names fields of the template: %s', (fields, isTaken) => {
    const loaded = load({ ...wechat, WECHAT_TEMPLATE_FIELDS: fields });
    if (isTaken) expect(loaded()).toMatchObject({ wechatTemplateFields: fields });
    else expect(loaded).toThrow('WECHAT_TEMPLATE_FIELDS');
  });
});
