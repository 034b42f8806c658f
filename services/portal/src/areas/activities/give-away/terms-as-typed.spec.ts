import { describe, expect, it } from '@jest/globals';
import { formOfTerms, shownCode, termsOfForm } from './terms-as-typed.js';

const activity = { timeZone: 'Asia/Shanghai', startsAt: '2026-12-01T01:00:00.000Z' };
const terms = {
  title: '电影通兑券',
  merchantId: null,
  merchantName: '星光影城',
  howTo: '到柜台换票',
  redeemFrom: '2026-12-01T01:00:00.000Z',
  redeemUntil: '2026-12-31T14:00:00.000Z',
  claimHours: 48,
  faceValue: { amount: '3990', currency: 'CNY' as const },
};

describe('the form of a give-away', () => {
  it('begins with thirty days from the start of the activity', () => {
    // 1 December 09:00 in China, and 30 days on
    expect(formOfTerms(activity, null)).toMatchObject({
      redeemFrom: '2026-12-01T09:00',
      redeemUntil: '2026-12-31T09:00',
    });
  });

  it('says what it was made of', () => {
    const form = formOfTerms(activity, terms);
    expect(form).toMatchObject({ faceValue: '39.90', claimHours: '48', redeemUntil: '2026-12-31T22:00' });
    expect(termsOfForm(form, activity.timeZone)).toEqual(terms);
  });

  it('takes whom one has chosen before a name that one has written', () => {
    const merchantId = { kind: 'organisation' as const, id: 'a', name: '书店' };
    const form = { ...formOfTerms(activity, terms), merchantId };
    expect(termsOfForm(form, activity.timeZone)).toMatchObject({ merchantId: 'a', merchantName: null });
  });

  it('leaves out what is left empty', () => {
    const form = { ...formOfTerms(activity, terms), faceValue: ' ', claimHours: '', merchantName: ' ' };
    expect(termsOfForm(form, activity.timeZone)).toMatchObject({
      faceValue: null,
      claimHours: null,
      merchantName: null,
    });
  });
});

it('a code is read in fours', () => {
  expect(shownCode('7K2M9QXR41TDVB6H0WZN5PCE8J')).toBe('7K2M-9QXR-41TD-VB6H-0WZN-5PCE-8J');
  expect(shownCode('7K2M9QXR')).toBe('7K2M-9QXR');
});
