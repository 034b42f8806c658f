import { describe, expect, it } from '@jest/globals';
import { filledFrom, isVenue } from './borrowed-place.js';

const hall = {
  loan: { startsAt: '2026-12-05T01:00:00.000Z', endsAt: '2026-12-05T04:00:00.000Z' },
  resource: { id: 'hall', title: '多功能厅', district: '青林区', place: '钢桥大道 8 号' },
};
const room = {
  loan: { startsAt: '2026-12-06T06:00:00.000Z', endsAt: '2026-12-06T08:00:00.000Z' },
  resource: { id: 'room', title: '会议室', district: null, place: null },
};
/** 01:00 UTC is 09:00 in Beijing. */
const filled = {
  resourceId: 'hall',
  startsAt: '2026-12-05T09:00',
  endsAt: '2026-12-05T12:00',
  venue: '多功能厅 · 青林区 钢桥大道 8 号',
};

describe('a borrowed place', () => {
  it.each([
    [{ function: 'facility', counting: 'one', capacity: 300 }, true],
    [{ function: 'facility', counting: 'one', capacity: null }, false],
    [{ function: 'facility', counting: 'stock', capacity: 1 }, false],
    [{ function: 'information', counting: 'one', capacity: 20 }, false],
  ] as const)('%j is one where people meet: %s', (resource, expected) => {
    expect(isVenue(resource)).toBe(expected);
  });

  it('fills in times and place', () => {
    expect(filledFrom(hall, { timeZone: 'Asia/Shanghai' }, undefined)).toEqual(filled);
  });

  it('leaves what was typed', () => {
    const typed = { startsAt: '2026-12-05T10:00', venue: '侧门集合' };
    expect(filledFrom(hall, typed, undefined)).toEqual({ resourceId: 'hall', endsAt: filled.endsAt });
  });

  it('takes back what another one had filled in, and nothing that was typed since', () => {
    const { resourceId: _id, ...before } = filled;
    expect(filledFrom(room, { ...before, endsAt: '2026-12-06T15:30' }, hall)).toEqual({
      resourceId: 'room',
      startsAt: '2026-12-06T14:00',
      venue: '会议室',
    });
  });
});
