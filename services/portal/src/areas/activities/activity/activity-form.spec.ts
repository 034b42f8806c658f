import { describe, expect, it } from '@jest/globals';
import {
  type Activity,
  type ActivityForm,
  changedMeanwhile,
  changesOf,
  createOf,
  emptyForm,
  formOfActivity,
} from './activity-form.js';

const activity = {
  id: 'a',
  version: 3,
  title: 'Picnic',
  kind: 'tour',
  function: 'facility',
  business: 'culture',
  organiser: { kind: 'union', id: 'u', name: 'Union' },
  description: null,
  venue: 'Lake',
  resourceId: null,
  loanId: 'l',
  // Seconds are none of a form's business: what was not touched must not be sent without them.
  startsAt: '2026-12-05T06:00:07.615Z',
  endsAt: '2026-12-05T09:00:00.000Z',
  signUpOpensAt: '2026-11-20T00:00:00.000Z',
  signUpClosesAt: '2026-12-05T06:00:07.615Z',
  timeZone: 'Asia/Shanghai',
  companionsMax: 2,
  waitlistFairShareDays: 90,
} as unknown as Activity;

function changed(change: ActivityForm): object {
  return changesOf({ ...formOfActivity(activity), ...change }, activity);
}

describe('a new activity', () => {
  it('is sent with moments in its zone and without what was left empty', () => {
    const organiser = { kind: 'union', id: 'u', name: 'Union' } as const;
    const form = {
      ...emptyForm,
      organiser,
      title: ' Picnic ',
      description: '  ',
      startsAt: '2026-12-05T14:00',
    };
    expect(createOf(form)).toEqual({
      organiser: { kind: 'union', id: 'u' },
      title: 'Picnic',
      startsAt: '2026-12-05T06:00:00.000Z', // 14:00 at +8
      timeZone: 'Asia/Shanghai',
      companionsMax: 0,
    });
  });
});

describe('an edit', () => {
  it.each<[string, ActivityForm, object]>([
    ['nothing', {}, {}],
    ['the title', { title: 'Picnic by the lake' }, { title: 'Picnic by the lake' }],
    ['a venue taken away', { venue: ' ' }, { venue: null }],
    ['a loan taken away', { loanId: undefined }, { loanId: null }],
    ['the end', { endsAt: '2026-12-05T18:00' }, { endsAt: '2026-12-05T10:00:00.000Z' }],
    ['companions', { companionsMax: '4' }, { companionsMax: 4 }],
    ['a longer look back', { waitlistFairShareDays: '365' }, { waitlistFairShareDays: 365 }],
    ['no fair share any more', { waitlistFairShareDays: ' ' }, { waitlistFairShareDays: null }],
  ])('sends what was changed and nothing else: %s', (_what, change, sent) => {
    expect(changed(change)).toEqual(sent);
  });

  it('moves every moment where the zone changes, as the clock shows the same', () => {
    expect(changed({ timeZone: 'Asia/Tokyo' })).toEqual({
      timeZone: 'Asia/Tokyo',
      startsAt: '2026-12-05T05:00:00.000Z', // 14:00 at +9
      endsAt: '2026-12-05T08:00:00.000Z',
      signUpOpensAt: '2026-11-19T23:00:00.000Z',
      signUpClosesAt: '2026-12-05T05:00:00.000Z',
    });
  });

  it('names what somebody else has changed meanwhile', () => {
    const now = { ...activity, version: 4, venue: 'Park', loanId: null };
    expect(changedMeanwhile(activity, now)).toEqual(['venue', 'loanId']);
  });
});
