import { describe, expect, it } from '@jest/globals';
import { bodyOf, formOf, kindGroups, type Preferences, withRefused } from './preference.model.js';

const preferences: Preferences = {
  version: 3,
  locale: 'zh-CN',
  quietFrom: '23:00',
  quietTo: '06:30',
  digest: 'daily',
  channels: [
    { channel: 'push', urgencies: ['now', 'soon'] },
    { channel: 'mail', urgencies: ['now'] },
    { channel: 'sms', urgencies: ['now'] },
    { channel: 'wecom', urgencies: ['now'] },
    { channel: 'wechat', urgencies: ['now'] },
    { channel: 'webhook', urgencies: ['whenever'] },
  ],
  refusedKinds: ['albumApproved'],
  kinds: [
    { kind: 'albumApproved', urgency: 'whenever', heading: 'Picture is shown' },
    { kind: 'seatOffered', urgency: 'now', heading: 'A seat for you' },
    { kind: 'activityCancelled', urgency: 'now', heading: 'Cancelled' },
    { kind: 'reminder', urgency: 'soon', heading: 'Reminder of a seat' },
  ],
};
const { version: _version, kinds, ...set } = preferences;

describe('preferences', () => {
  it.each<[string, Partial<typeof set>]>([
    ['as they are', {}],
    ['without a rest', { quietFrom: null, quietTo: null }],
    ['without a digest', { digest: 'none' }],
    [
      'with a channel that sends nothing',
      { channels: [{ channel: 'push', urgencies: [] }, ...set.channels.slice(1)] },
    ],
    ['with nothing refused', { refusedKinds: [] }],
  ])('%s are sent back as they came', (_what, changed) => {
    const given = { ...preferences, ...changed };
    expect(bodyOf(formOf(given))).toEqual({ ...set, ...changed });
  });

  it('say of a channel that is missing that it sends nothing', () => {
    expect(bodyOf(formOf({ ...preferences, channels: [] })).channels).toEqual([
      { channel: 'push', urgencies: [] },
      { channel: 'mail', urgencies: [] },
      { channel: 'sms', urgencies: [] },
      { channel: 'wecom', urgencies: [] },
      { channel: 'wechat', urgencies: [] },
      { channel: 'webhook', urgencies: [] },
    ]);
  });

  it('propose a night to whoever has none', () => {
    const form = formOf({ ...preferences, quietFrom: null, quietTo: null });
    expect(form).toMatchObject({ isQuiet: false, quietFrom: '22:00', quietTo: '07:00' });
  });

  it('list urgencies in their order, however they were ticked', () => {
    const form = { ...formOf(preferences), push: ['whenever', 'now'] as const };
    expect(bodyOf(form).channels[0]?.urgencies).toEqual(['now', 'whenever']);
  });
});

describe('kinds', () => {
  it.each([
    ['', ['now: seatOffered activityCancelled', 'soon: reminder', 'whenever: albumApproved']],
    [' SEAT ', ['now: seatOffered', 'soon: reminder']],
    ['nothing of the kind', []],
  ])('that are looked for by “%s”', (words, groups) => {
    const found = kindGroups(kinds, words);
    expect(found.map((one) => `${one.urgency}: ${one.kinds.map(({ kind }) => kind).join(' ')}`)).toEqual(
      groups,
    );
  });

  it.each([
    ['reminder', true, ['albumApproved', 'reminder']],
    ['albumApproved', true, ['albumApproved']],
    ['albumApproved', false, []],
    ['reminder', false, ['albumApproved']],
  ] as const)('%s, refused: %s', (kind, isRefused, refused) => {
    expect(withRefused(['albumApproved'], kind, isRefused)).toEqual(refused);
  });
});
