import { buttons, commandsOf, press, question } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import type { components } from '../../../api/schema.js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { PushBrowser } from '../../../session/push/push.fixture.js';
import { keepAddress, keptAddress } from '../../../session/push/push-here.js';
import { NoticeSettingsPage } from './notice-settings-page.js';
import { keepBegun, takeBegun } from './wechat-begun.js';

type Schemas = components['schemas'];

const show = pageTests();
const device: Schemas['NoticeAddressView'] = {
  id: 'device',
  channel: 'push',
  label: 'Chrome, Android',
  state: 'active',
  createdAt: '2026-11-20T01:00:00.000Z',
  reachedAt: null,
  failingSince: null,
};
const mail: Schemas['NoticeAddressView'] = {
  ...device,
  id: 'mail',
  channel: 'mail',
  label: 'l***@example.com',
  state: 'unproved',
};
const preferences: Schemas['NoticePreferencesView'] = {
  version: 0,
  locale: 'en',
  quietFrom: null,
  quietTo: null,
  digest: 'none',
  channels: [
    { channel: 'push', urgencies: ['now', 'soon'] },
    { channel: 'mail', urgencies: ['now'] },
  ],
  refusedKinds: [],
  kinds: [
    { kind: 'seatOffered', urgency: 'now', heading: 'A seat for you' },
    { kind: 'albumApproved', urgency: 'whenever', heading: 'Your picture is shown' },
  ],
};
const at = '/me/notice-addresses';
const endpoint = 'https://push.example/1';

/** The page of somebody with these addresses, which the answers may change. */
function page(items: Schemas['NoticeAddressView'][], answers: Answers = {}, about: object = {}) {
  return show(<NoticeSettingsPage />, {
    answers: {
      [`GET ${at}`]: () => ({
        items,
        pushKey: 'BKey',
        channels: ['push', 'mail', 'sms', 'webhook', 'wecom', 'wechat'],
        ...about,
      }),
      'GET /me/notice-preferences': preferences,
      ...answers,
    },
    texts: ['noticeSettings'],
  });
}

beforeEach(() => localStorage.removeItem('gongxiang.push-address'));
afterEach(() => PushBrowser.remove());

describe('this device', () => {
  it('is turned on: it says what that does before the browser asks, and then that it is on', async () => {
    const browser = new PushBrowser();
    browser.install();
    const items: Schemas['NoticeAddressView'][] = [];
    const { sent, user } = await page(items, {
      [`POST ${at}/push`]: () => {
        items.push(device);
        return device;
      },
    });
    expect(
      await screen.findByText(
        /^When on, this device shows new messages even while the site is closed\. Signing out on this device turns it off\./,
      ),
    ).toBeTruthy();
    expect(browser.acts).toEqual([]);
    await press(user, 'Turn on for this device');
    expect(await screen.findByText('This device receives notifications.')).toBeTruthy();
    expect(browser.acts).toEqual(['ask', 'register /sw.js', 'subscribe BKey']);
    expect(commandsOf(sent)).toMatchObject([
      {
        method: 'POST',
        path: `${at}/push`,
        body: { endpoint, keys: { p256dh: 'BPuA', auth: 'tBHI' }, label: expect.any(String) },
      },
    ]);
    expect(keptAddress()).toEqual({ id: 'device', endpoint });
    expect(buttons()).not.toContain('Turn on for this device');
  });

  it('says how it is allowed again where the person has said no', async () => {
    const browser = new PushBrowser();
    browser.willAllow = 'denied';
    browser.install();
    const { sent, user } = await page([]);
    await screen.findByRole('button', { name: 'Turn on for this device' });
    await press(user, 'Turn on for this device');
    expect(
      await screen.findByText(
        /^This browser blocks notifications from this site\. Open the site settings next to the address bar, allow notifications, and come back\./,
      ),
    ).toBeTruthy();
    expect(browser.acts).toEqual(['ask']);
    expect(commandsOf(sent)).toEqual([]);
  });

  it('can be asked again where the person has closed the question', async () => {
    const browser = new PushBrowser();
    browser.willAllow = 'default';
    browser.install();
    const { user } = await page([]);
    await screen.findByRole('button', { name: 'Turn on for this device' });
    await press(user, 'Turn on for this device');
    expect(
      await screen.findByText(
        /^Notifications were not allowed, so nothing was turned on\. You can try again\./,
      ),
    ).toBeTruthy();
    expect(buttons()).toContain('Turn on for this device');
  });

  it('says that its push service does not answer', async () => {
    const browser = new PushBrowser();
    browser.broken = new DOMException('push service error', 'AbortError');
    browser.install();
    const { sent, user } = await page([]);
    await screen.findByRole('button', { name: 'Turn on for this device' });
    await press(user, 'Turn on for this device');
    expect(await screen.findByText(/^The browser could not reach its push service/)).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
  });

  it('knows that it is on, and is taken off with its subscription', async () => {
    const browser = new PushBrowser('granted', endpoint);
    browser.install();
    keepAddress({ id: 'device', endpoint });
    const items = [device];
    const { sent, user } = await page(items, {
      [`DELETE ${at}/device`]: () => {
        items.pop();
        return {};
      },
    });
    expect(await screen.findByText('This device receives notifications.')).toBeTruthy();
    await press(user, 'Remove Chrome, Android');
    expect(question()).toBe('Stop sending to Chrome, Android? Your inbox here is not affected.');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Stop sending');
    expect(await screen.findByRole('button', { name: 'Turn on for this device' })).toBeTruthy();
    expect(commandsOf(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([`DELETE ${at}/device`]);
    expect(browser.acts).toEqual(['unsubscribe']);
    expect(keptAddress()).toBeNull();
  });

  it('keeps its own subscription where another address is removed', async () => {
    const browser = new PushBrowser('granted', endpoint);
    browser.install();
    keepAddress({ id: 'device', endpoint });
    const { user } = await page([device, mail], { [`DELETE ${at}/mail`]: {} });
    await screen.findByText('This device receives notifications.');
    await press(user, 'Remove l***@example.com');
    await press(user, 'Stop sending');
    expect(browser.acts).toEqual([]);
    expect(keptAddress()?.id).toBe('device');
  });

  it('says that a browser cannot', async () => {
    await page([]);
    expect(await screen.findByText(/^This browser cannot show notifications/)).toBeTruthy();
    expect(buttons()).not.toContain('Turn on for this device');
  });

  it('says that nothing is pushed here, and hides mail where none is sent', async () => {
    new PushBrowser().install();
    await page([], {}, { pushKey: null, channels: [] });
    expect(await screen.findByText('Notifications on devices are not set up on this platform.')).toBeTruthy();
    expect(buttons()).not.toContain('Turn on for this device');
    expect(buttons()).not.toContain('Add email address');
    expect(buttons()).not.toContain('Add phone number');
    expect(buttons()).not.toContain('Add a webhook');
    expect(buttons()).not.toContain('Add WeCom account');
    expect(buttons()).not.toContain('Add WeChat');
  });
});

describe('an address', () => {
  it('says how it works, and is sent a test', async () => {
    const failing = {
      ...device,
      reachedAt: '2026-11-21T01:00:00.000Z',
      failingSince: '2026-11-22T01:00:00.000Z',
    };
    const { sent, user } = await page([failing], { [`POST ${at}/device/test`]: {} });
    expect(await screen.findByText(/^Last sent .*Nov 21/)).toBeTruthy();
    expect(screen.getByText(/^Not delivered since .*Nov 22/)).toBeTruthy();
    await press(user, 'Send a test to Chrome, Android');
    expect(await screen.findByText(/^A test was sent to Chrome, Android/)).toBeTruthy();
    expect(commandsOf(sent).map(({ path }) => path)).toEqual([`${at}/device/test`]);
  });

  it('of mail is added, and proved by the code that was sent to it', async () => {
    const items: Schemas['NoticeAddressView'][] = [];
    let codes = 0;
    const { sent, user } = await page(items, {
      [`POST ${at}/mail`]: () => {
        items.push(mail);
        return mail;
      },
      [`POST ${at}/mail/prove`]: () => {
        codes += 1;
        if (codes === 1) return refusal(422, 'CODE_WRONG', '/code');
        items[0] = { ...mail, state: 'active' };
        return items[0];
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add email address' }));
    const field = await screen.findByLabelText('Email address');
    await user.type(field, 'lin@example');
    await press(user, 'Send code');
    expect(await screen.findByText('Please enter an email address, such as lin@example.com')).toBeTruthy();
    await user.type(field, '.com ');
    await press(user, 'Send code');
    expect(await screen.findByText(/^A code was sent by email; please enter it above\./)).toBeTruthy();
    expect(buttons()).not.toContain('Send a test');
    const code = await screen.findByLabelText('Verification code');
    await user.type(code, '31415');
    await press(user, 'Confirm');
    expect(await screen.findByText('Please enter the 6-digit code')).toBeTruthy();
    await user.type(code, '0');
    await press(user, 'Confirm');
    expect(await screen.findByText('CODE_WRONG in words')).toBeTruthy();
    await user.clear(code);
    await user.type(code, '314159');
    await press(user, 'Confirm');
    expect(await screen.findByRole('button', { name: 'Send a test to l***@example.com' })).toBeTruthy();
    expect(screen.queryByText(/^A code was sent by email; please enter it above\./)).toBeNull();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      [`${at}/mail`, { mail: 'lin@example.com' }],
      [`${at}/mail/prove`, { code: '314150' }],
      [`${at}/mail/prove`, { code: '314159' }],
    ]);
  });

  it('of a phone is added as the phone fills it in', async () => {
    const items: Schemas['NoticeAddressView'][] = [];
    const { sent, user } = await page(items, {
      [`POST ${at}/sms`]: () => {
        items.push({ ...mail, id: 'phone', channel: 'sms', label: '138****1234' });
        return items[0] as object;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add phone number' }));
    const field = await screen.findByLabelText('Mobile number');
    await user.type(field, '0571 8888');
    await press(user, 'Send code');
    expect(await screen.findByText('Please enter an 11-digit mainland mobile number')).toBeTruthy();
    await user.clear(field);
    await user.type(field, '+86 138-0000 1234');
    await press(user, 'Send code');
    expect(await screen.findByText(/^A code was sent by text message/)).toBeTruthy();
    expect(screen.queryByText(/^No email\? Check your spam folder, or add the address again\./)).toBeNull();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      [`${at}/sms`, { phone: '13800001234' }],
    ]);
  });

  it('of WeCom is added by its account', async () => {
    const items: Schemas['NoticeAddressView'][] = [];
    const { sent, user } = await page(items, {
      [`POST ${at}/wecom`]: () => {
        items.push({ ...mail, id: 'wecom', channel: 'wecom', label: 'l•••' });
        return items[0] as object;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add WeCom account' }));
    const field = await screen.findByLabelText('WeCom account');
    await user.type(field, '林芳');
    await press(user, 'Send code');
    expect(await screen.findByText(/^Please enter an account of letters/)).toBeTruthy();
    await user.clear(field);
    await user.type(field, ' lin.fang ');
    await press(user, 'Send code');
    expect(await screen.findByText(/^A code was sent in WeCom/)).toBeTruthy();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      [`${at}/wecom`, { userId: 'lin.fang' }],
    ]);
  });

  describe('of WeChat', () => {
    const state = 'a'.repeat(96);
    const begun = {
      ...mail,
      id: 'wechat',
      channel: 'wechat' as const,
      label: '•••',
      url: `https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&state=${state}#wechat_redirect`,
      until: '2026-11-20T02:10:00.000Z',
    };
    let left: string[] = [];
    beforeEach(() => {
      left = [];
      jest.spyOn(location, 'assign').mockImplementation((url) => void left.push(String(url)));
    });
    afterEach(() => void jest.restoreAllMocks());

    it('shows a QR code to scan, until the code that the phone shows was entered', async () => {
      const items: Schemas['NoticeAddressView'][] = [];
      const { sent, user } = await page(items, {
        [`POST ${at}/wechat`]: () => {
          items.push(begun);
          return begun;
        },
        [`POST ${at}/wechat/prove`]: () => {
          items[0] = { ...begun, label: '•••Fang', state: 'active' };
          return items[0];
        },
      });
      await user.click(await screen.findByRole('button', { name: 'Add WeChat' }));
      expect(await screen.findByRole('img', { name: 'The code to scan with WeChat' })).toBeTruthy();
      expect(screen.getByText(/valid until .*Nov 20/)).toBeTruthy();
      expect(buttons()).toContain('Copy the link');
      expect(left).toEqual([]);
      await user.type(await screen.findByLabelText('Verification code'), '314159');
      await press(user, 'Confirm');
      expect(await screen.findByRole('button', { name: 'Send a test to •••Fang' })).toBeTruthy();
      expect(screen.queryByRole('img', { name: 'The code to scan with WeChat' })).toBeNull();
      expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
        [`${at}/wechat`, null],
        [`${at}/wechat/prove`, { code: '314159' }],
      ]);
    });

    it('goes there at once where the page is open in WeChat, and keeps for the return what it has begun', async () => {
      jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 MicroMessenger/8.0.50');
      const { user } = await page([], { [`POST ${at}/wechat`]: begun });
      await user.click(await screen.findByRole('button', { name: 'Add WeChat' }));
      await waitFor(() => expect(left).toEqual([begun.url]));
      expect(takeBegun('b'.repeat(96))).toBeNull();
      keepBegun(begun);
      expect(takeBegun(state)).toBe('wechat');
      expect(takeBegun(state)).toBeNull();
    });

    it('says why it is not to be', async () => {
      const { user } = await page([], { [`POST ${at}/wechat`]: refusal(429, 'TOO_MANY_REQUESTS') });
      await user.click(await screen.findByRole('button', { name: 'Add WeChat' }));
      expect(await screen.findByText('TOO_MANY_REQUESTS in words')).toBeTruthy();
    });
  });

  it('of a webhook shows its secret until it is kept', async () => {
    const items: Schemas['NoticeAddressView'][] = [];
    const { sent, user } = await page(items, {
      [`POST ${at}/webhook`]: () => {
        const added = { ...device, id: 'hook', channel: 'webhook' as const, label: 'hooks.example.com' };
        items.push(added);
        return { ...added, secret: 'whsec_abc' };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a webhook' }));
    const field = await screen.findByLabelText('Webhook URL');
    await user.type(field, 'hooks.example.com');
    await press(user, 'Add');
    expect(await screen.findByText('Please enter a URL starting with https://')).toBeTruthy();
    await user.clear(field);
    await user.type(field, ' https://hooks.example.com/a');
    await press(user, 'Add');
    expect(await screen.findByText('whsec_abc')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Send a test to hooks.example.com' })).toBeTruthy();
    await press(user, 'I have saved it');
    expect(screen.queryByText('whsec_abc')).toBeNull();
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      [`${at}/webhook`, { url: 'https://hooks.example.com/a' }],
    ]);
  });
});
