import { describe, expect, it } from '@jest/globals';
import { defaultPreferences, type Preferences, sendTime, type Wish } from './send-time.model.js';

const wish: Wish = { channel: 'push', kind: 'loanRequested', urgency: 'soon' };
/** Times in China. */
const at = (time: string, day = '2026-11-20') => new Date(`${day}T${time}:00+08:00`);
const sent = (now: Date, preferences: Partial<Preferences> = {}, more: Partial<Wish> = {}) =>
  sendTime({ ...defaultPreferences, ...preferences }, { ...wish, ...more }, now);

describe('a notice is sent', () => {
  it.each([
    ['09:00', at('09:00')],
    ['21:59', at('21:59')],
    ['22:00', at('07:00', '2026-11-21')],
    ['23:30', at('07:00', '2026-11-21')],
    ['06:59', at('07:00')],
    ['07:00', at('07:00')],
  ])('that comes at %s, at once or when the night is over', (time, expected) => {
    expect(sent(at(time))).toEqual(expected);
  });

  it.each([
    ['13:00', at('14:00')],
    ['12:59', at('12:59')],
    ['14:00', at('14:00')],
  ])('that comes at %s, after a rest by day', (time, expected) => {
    expect(sent(at(time), { quietFrom: '13:00', quietTo: '14:00' })).toEqual(expected);
  });

  it.each([
    { quietFrom: null, quietTo: null },
    { quietFrom: '08:00', quietTo: '08:00' },
  ])('at once where there is no rest: %j', (rest) => {
    expect(sent(at('23:00'), rest)).toEqual(at('23:00'));
  });

  it('that nobody can refuse, to every address, whatever was refused, and by night only if an account is in danger', () => {
    const always = { kind: 'dataBreach', urgency: 'now', always: 'byDay' } as const;
    const nothing: Partial<Preferences> = { channels: [], refusedKinds: ['dataBreach', 'loanRequested'] };
    expect(sent(at('09:00'), nothing, always)).toEqual(at('09:00'));
    expect(sent(at('23:00'), nothing, always)).toEqual(at('07:00', '2026-11-21'));
    expect(sent(at('23:00'), nothing, { ...always, always: 'atOnce' })).toEqual(at('23:00'));
    expect(sent(at('09:00'), nothing)).toBeNull();
  });

  it('in the evening with others, if it is only news and that is wanted', () => {
    const news = { urgency: 'whenever' } as const;
    const daily: Partial<Preferences> = {
      digest: 'daily',
      channels: [{ channel: 'push', urgencies: ['soon', 'whenever'] }],
    };
    expect(sent(at('09:00'), daily, news)).toEqual(at('18:00'));
    expect(sent(at('18:01'), daily, news)).toEqual(at('18:00', '2026-11-21'));
    expect(sent(at('09:00'), daily)).toEqual(at('09:00'));
    expect(sent(at('09:00'), { ...daily, digest: 'none' }, news)).toEqual(at('09:00'));
  });

  it.each([
    ['on Monday', at('09:00', '2026-11-16'), at('18:00', '2026-11-20')],
    ['on Friday before the evening', at('17:59'), at('18:00')],
    ['on Friday in the evening', at('18:00'), at('18:00')],
    ['on Friday at night', at('18:01'), at('18:00', '2026-11-27')],
    ['early on Sunday, which is Saturday elsewhere', at('00:30', '2026-11-22'), at('18:00', '2026-11-27')],
  ])(
    'that is only news and comes %s, on the evening of Friday where that is wanted',
    (_when, now, expected) => {
      const weekly: Partial<Preferences> = {
        digest: 'weekly',
        channels: [{ channel: 'push', urgencies: ['soon', 'whenever'] }],
      };
      expect(sent(now, weekly, { urgency: 'whenever' })).toEqual(expected);
      expect(sent(at('09:00'), weekly)).toEqual(at('09:00'));
    },
  );
});

describe('a notice is not sent', () => {
  it.each([
    ['as it is only news', {}, { urgency: 'whenever' }],
    ['as the kind is refused', { refusedKinds: ['loanRequested'] }, {}],
    ['as it is only news, also with others', { digest: 'daily' }, { urgency: 'whenever' }],
    ['as nothing is wanted by the channel', { channels: [] }, {}],
  ] as const)('%s', (_why, preferences, more) => {
    expect(sent(at('09:00'), preferences as Partial<Preferences>, more)).toBeNull();
  });
});
