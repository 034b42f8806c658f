import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { PreferenceForm } from './preference-form.js';
import type { components } from '../../../api/schema.js';
import type { Preferences } from './preference.model.js';

type Schemas = components['schemas'];

const show = pageTests();
const preferences: Preferences = {
  version: 4,
  locale: 'zh-CN',
  quietFrom: null,
  quietTo: null,
  digest: 'none',
  channels: [
    { channel: 'push', urgencies: ['now', 'soon'] },
    { channel: 'mail', urgencies: ['now'] },
    { channel: 'sms', urgencies: ['now'] },
    { channel: 'wecom', urgencies: ['now'] },
    { channel: 'wechat', urgencies: ['now'] },
    { channel: 'webhook', urgencies: [] },
  ],
  refusedKinds: ['reminder'],
  kinds: [
    { kind: 'seatOffered', urgency: 'now', heading: 'A seat for you' },
    { kind: 'reminder', urgency: 'soon', heading: 'Reminder' },
    { kind: 'albumApproved', urgency: 'whenever', heading: 'Your picture is shown' },
  ],
};
const { kinds: _kinds, version: _version, ...kept } = preferences;
const at = '/me/notice-preferences';

const form = (
  put: object | (() => object),
  channels: Schemas['NoticeAddressPage']['channels'] = ['push', 'mail'],
  read: () => Preferences = () => preferences,
) =>
  show(<PreferenceForm reached={{ channels }} />, {
    answers: { [`GET ${at}`]: read, [`PUT ${at}`]: put as () => object },
    texts: ['noticeSettings'],
  });

describe('what is sent, and when', () => {
  it('is set: urgencies, quiet hours, the digest, the language and kinds', async () => {
    let now = preferences;
    const { sent, user } = await form(
      () => (now = { ...now, version: 5 }),
      ['push', 'mail'],
      () => now,
    );
    await user.click(
      (
        await screen.findAllByRole('checkbox', { name: /^News: how something was decided/ })
      )[0] as HTMLElement,
    );
    await user.selectOptions(screen.getByLabelText('News'), 'Once a week, on Friday evening');
    expect(screen.queryByLabelText('From')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Do not disturb at night' }));
    fireEvent.change(await screen.findByLabelText('From'), { target: { value: '23:00' } });
    await user.selectOptions(screen.getByLabelText('Message language'), 'English');
    expect(screen.getByText('1 kind selected')).toBeTruthy();
    await press(user, 'Choose kinds of notices');
    await user.type(await screen.findByLabelText('Find a kind of notice'), 'PICTURE');
    expect(screen.getByText('1 kind found')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Your picture is shown' }));
    expect(screen.getByText('2 kinds selected')).toBeTruthy();
    await press(user, 'Save');
    expect(await screen.findByText('Saved')).toBeTruthy();
    await press(user, 'Save');
    const [first, second] = commandsOf(sent);
    expect(first).toMatchObject({
      version: '"4"',
      body: {
        locale: 'en',
        quietFrom: '23:00',
        quietTo: '07:00',
        digest: 'weekly',
        channels: [
          { channel: 'push', urgencies: ['now', 'soon', 'whenever'] },
          { channel: 'mail', urgencies: ['now'] },
          { channel: 'sms', urgencies: ['now'] },
          { channel: 'wecom', urgencies: ['now'] },
          { channel: 'wechat', urgencies: ['now'] },
          { channel: 'webhook', urgencies: [] },
        ],
        refusedKinds: ['reminder', 'albumApproved'],
      },
    });
    expect(second?.version).toBe('"5"');
  });

  it('leaves what it does not show as it is', async () => {
    const { sent, user } = await form({ ...preferences, version: 5 }, ['push']);
    await screen.findByText('On devices, show');
    expect(screen.queryByText('By email, send')).toBeNull();
    await press(user, 'Save');
    await screen.findByText('Saved');
    expect(commandsOf(sent)[0]?.body).toEqual(kept);
  });

  it('says that another device has changed it, and shows that', async () => {
    let now = preferences;
    const { user } = await form(
      () => {
        now = { ...preferences, version: 5, digest: 'daily' };
        return refusal(412, 'VERSION_STALE');
      },
      ['push', 'mail'],
      () => now,
    );
    await screen.findByText('On devices, show');
    await press(user, 'Save');
    expect(await screen.findByText('Someone has just changed this')).toBeTruthy();
    const digest = () => screen.getByLabelText<HTMLSelectElement>('News');
    expect(digest().value).toBe('none');
    await user.click(screen.getByRole('alert').querySelector('button') as HTMLElement);
    await waitFor(() => expect(digest().value).toBe('daily'));
  });
});
