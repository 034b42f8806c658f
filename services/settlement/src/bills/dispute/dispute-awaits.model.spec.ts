import { describe, expect, it } from '@jest/globals';
import { awaitsOfDispute } from './dispute-awaits.model.js';

const now = new Date('2026-11-20T01:00:00Z');
const talkUntil = new Date('2026-11-27T01:00:00Z');
const row = {
  id: 'dispute',
  title: '夏季运动会',
  state: 'open',
  talkUntil,
  referredAt: null,
  openedBy: 'opener',
  decidingUnionId: 'root',
  lastUnionId: 'b',
  messageCount: 0,
} as const;
const may = { speak: { roles: ['finance'] }, decide: { roles: ['approver'] } } as const;
const awaitsOf = (more: object = {}, at: Date = now) =>
  awaitsOfDispute(
    {
      row: { ...row, ...more },
      about: { owesFen: 4_000n, owedFen: 0n },
      sides: [{ unionId: 'a' }, { unionId: 'b' }, { unionId: 'c' }],
      involvedIds: ['preparer'],
    },
    may,
    at,
  );

describe('a dispute', () => {
  it.each([
    ['is answered by the other sides', {}, 'disputeOpened', ['a', 'c'], 'b'],
    [
      'then by those who did not write last',
      { lastUnionId: 'a', messageCount: 1 },
      'disputeAnswered',
      ['b', 'c'],
      'a',
    ],
    [
      'or by all, where those who decide have written',
      { lastUnionId: 'root', messageCount: 2 },
      'disputeAnswered',
      ['a', 'b', 'c'],
      'root',
    ],
  ])('%s, while there is time to come to terms', (_what, more, kind, unionIds, slot) => {
    expect(awaitsOf(more)).toMatchObject([
      {
        kind,
        slot,
        offices: { roles: ['finance'], unionIds, isNearest: true, exceptIds: [] },
        values: { fen: '4000', at: talkUntil.toISOString() },
        dueAt: talkUntil,
      },
    ]);
  });

  it.each([
    ['it was referred', { referredAt: now }, now],
    ['the time for talking is over', {}, talkUntil],
  ])('waits for who decides, once %s, but not for who is involved', (_what, more, at) => {
    expect(awaitsOf(more, at)).toMatchObject([
      {
        kind: 'disputeReferred',
        offices: { roles: ['approver'], unionIds: ['root'], exceptIds: ['opener', 'preparer'] },
      },
    ]);
  });

  it.each(['dismissed', 'upheld', 'withdrawn'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state, referredAt: now })).toEqual([]);
  });
});
