import { describe, expect, it } from '@jest/globals';
import { appOf, type Bridge, offered, returnOf, startedOf } from './bridge.model.js';

const wechat: Bridge = { bridge: 'wechat', title: null, inAppOnly: true };
const wecom: Bridge = { bridge: 'wecom', title: null, inAppOnly: false };
const oidc: Bridge = { bridge: 'oidc', title: '统一身份', inAppOnly: false };

describe('the app of the browser', () => {
  it.each([
    ['Mozilla/5.0 (iPhone) AppleWebKit/605 Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI', 'wechat'],
    ['Mozilla/5.0 (iPhone) Mobile/15E148 wxwork/4.1.0 MicroMessenger/7.0.1 Language/zh', 'wecom'],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/130', null],
  ])('%s', (userAgent, app) => {
    expect(appOf(userAgent)).toBe(app);
  });

  it('decides what is offered, and what comes first', () => {
    expect(offered([wechat, wecom, oidc], null)).toEqual([wecom, oidc]);
    expect(offered([wechat, wecom, oidc], 'wechat')).toEqual([wechat, wecom, oidc]);
    expect(offered([wechat, oidc, wecom], 'wecom')).toEqual([wecom, oidc]);
  });
});

describe('what was kept', () => {
  it.each([
    [
      { ticket: 't', purpose: 'link', next: null },
      { ticket: 't', purpose: 'link', next: null },
    ],
    [
      { ticket: 't', purpose: 'signIn', next: 1 },
      { ticket: 't', purpose: 'signIn', next: null },
    ],
    [{ ticket: 't', purpose: 'other' }, null],
    [{ purpose: 'link' }, null],
    ['text', null],
    [null, null],
  ])('%j', (kept, expected) => {
    expect(startedOf(kept)).toEqual(expected);
  });
});

describe('what the provider led back with', () => {
  it.each([
    ['code=c&state=s', { kind: 'code', code: 'c', state: 's' }],
    [
      'code=c&state=s&iss=https%3A%2F%2Fid.example',
      { kind: 'code', code: 'c', state: 's', iss: 'https://id.example' },
    ],
    ['error=access_denied&state=s', { kind: 'declined' }],
    ['state=s', { kind: 'declined' }],
    ['', { kind: 'nothing' }],
  ])('%s', (search, expected) => {
    expect(returnOf(new URLSearchParams(search))).toEqual(expected);
  });
});
