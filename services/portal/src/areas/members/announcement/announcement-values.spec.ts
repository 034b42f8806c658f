import { describe, expect, it } from '@jest/globals';
import type { Announcement } from './announcement.model.js';
import { audienceOf, bodyOf, valuesOf } from './announcement-values.js';

const words = { title: ' 送温暖 ', text: '请登记。 ' };
const club = { id: 'club-1', name: '登山社' };

describe('to whom an announcement goes', () => {
  it('is the union that writes, unless another is picked', () => {
    expect(audienceOf({ unionId: 'union-1' })).toEqual({ kind: 'union', id: 'union-1' });
    const below = { id: 'union-2', name: '二分会' };
    expect(audienceOf({ unionId: 'union-1', audience: { kind: 'union', id: below } })).toEqual({
      kind: 'union',
      id: 'union-2',
    });
  });

  it('is not known until a club is picked, or a number of days is typed', () => {
    const unionId = 'union-1';
    expect(audienceOf({ unionId, audience: { kind: 'club' } })).toBeNull();
    expect(audienceOf({ unionId, audience: { kind: 'club', id: club } })).toEqual({
      kind: 'club',
      id: 'club-1',
    });
    expect(audienceOf({ unionId, audience: { kind: 'notReached', days: '0' } })).toBeNull();
    expect(audienceOf({ unionId, audience: { kind: 'notReached', days: '90' } })).toEqual({
      kind: 'notReached',
      id: unionId,
      days: 90,
    });
    expect(audienceOf({})).toBeNull();
  });
});

describe('what is sent of the form', () => {
  it('has the time only where it is sent later, read in Beijing', () => {
    const values = { ...words, unionId: 'union-1', sendAt: '2026-12-01T09:00' };
    expect(bodyOf({ ...values, release: 'now' })).toEqual({
      unionId: 'union-1',
      audience: { kind: 'union', id: 'union-1' },
      title: '送温暖',
      text: '请登记。',
      urgency: 'soon',
      release: 'now',
    });
    // Nine in the morning in Beijing is one o’clock in UTC.
    expect(bodyOf({ ...values, release: 'later' })?.sendAt).toBe('2026-12-01T01:00:00.000Z');
    expect(bodyOf({ ...values, release: 'later', sendAt: '' })).toBeNull();
  });

  it('is what stood in it before, where nothing is changed', () => {
    const announcement = {
      unionId: 'union-1',
      writer: 'union',
      audience: { kind: 'notReached', id: 'union-2', days: 90 },
      audienceName: '二分会',
      title: '送温暖',
      text: '请登记。',
      urgency: 'whenever',
      activityId: 'activity-1',
      activityTitle: '健步走',
      state: 'scheduled',
      sendAt: '2026-12-01T01:00:00.000Z',
    } as Announcement;
    expect(bodyOf(valuesOf(announcement))).toEqual({
      unionId: 'union-1',
      audience: { kind: 'notReached', id: 'union-2', days: 90 },
      title: '送温暖',
      text: '请登记。',
      urgency: 'whenever',
      activityId: 'activity-1',
      release: 'later',
      sendAt: '2026-12-01T01:00:00.000Z',
    });
  });
});
