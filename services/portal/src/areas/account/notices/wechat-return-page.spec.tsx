import { buttons, commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { keepBegun } from './wechat-begun.js';
import { WechatReturnPage } from './wechat-return-page.js';

const show = pageTests();
const state = 'a'.repeat(96);
const back = { code: '071Abc', state };
const url = `https://open.weixin.qq.com/connect/oauth2/authorize?state=${state}#wechat_redirect`;
const shown = { code: '314159', until: '2026-11-20T02:10:00.000Z' };
const page = (answers: Answers, search = `?code=071Abc&state=${state}`) =>
  show(<WechatReturnPage />, {
    answers,
    texts: ['noticeSettings'],
    at: `/notice-settings/wechat${search}`,
  });

beforeEach(() => sessionStorage.clear());

describe('what WeChat leads back to', () => {
  it('shows digits to whoever says that it is them, and tells where they are entered', async () => {
    const { sent, user } = await page({ 'POST /wechat-returns': shown });
    expect(
      await screen.findByText(
        /^If you did not request this, or someone sent you the link, just close this page\./,
      ),
    ).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'It’s me, show the code');
    expect(await screen.findByText('314159')).toBeTruthy();
    expect(screen.getByText(/^Enter it by .*Do not share it with anyone\.$/)).toBeTruthy();
    expect(buttons()).not.toContain('It’s me, show the code');
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([['/wechat-returns', back]]);
  });

  it('needs no digits in the tab that has begun it', async () => {
    keepBegun({ id: 'wechat', url });
    const { sent } = await page({
      'POST /wechat-returns': shown,
      'POST /me/notice-addresses/wechat/prove': {},
    });
    expect(await screen.findByText('Added. Your notices will now come to this WeChat account.')).toBeTruthy();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/wechat-returns', back],
      ['/me/notice-addresses/wechat/prove', { code: '314159' }],
    ]);
    const link = screen.getByRole('link', { name: 'Open “Notifications”' });
    expect(link.getAttribute('href')).toBe('/account/notices');
  });

  it('enters no digits by itself for what somebody else has begun', async () => {
    keepBegun({ id: 'wechat', url: url.replace(state, 'b'.repeat(96)) });
    const { sent, user } = await page({ 'POST /wechat-returns': shown });
    await press(user, 'It’s me, show the code');
    expect(await screen.findByText('314159')).toBeTruthy();
    expect(commandsOf(sent).map(({ path }) => path)).toEqual(['/wechat-returns']);
  });

  it('says why it is over, with or without a tab that has begun it', async () => {
    const { user } = await page({ 'POST /wechat-returns': refusal(422, 'WECHAT_LINK_OVER', '/state') });
    await press(user, 'It’s me, show the code');
    expect(await screen.findByText('WECHAT_LINK_OVER in words')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open “Notifications”' })).toBeTruthy();
  });

  it('says so too where the code is not taken in the tab that has begun it', async () => {
    keepBegun({ id: 'wechat', url });
    await page({
      'POST /wechat-returns': shown,
      'POST /me/notice-addresses/wechat/prove': refusal(422, 'ADDRESS_CODE_OVER', '/code'),
    });
    expect(await screen.findByText('ADDRESS_CODE_OVER in words')).toBeTruthy();
  });

  it('is of no use when it is opened by hand', async () => {
    const { sent } = await page({}, '');
    expect(await screen.findByText(/^This page opens when you add a WeChat/)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
