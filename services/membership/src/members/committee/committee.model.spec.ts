import { describe, expect, it } from '@jest/globals';
import type {
  CommitteeKind,
  CommitteeOffice,
} from '@gongxiang/contracts/membership/members/committee.contract';
import {
  actsOf,
  awaitsOfElection,
  decidedAt,
  foundedSeats,
  isPublicOffice,
  lastDayOf,
  nearEndOf,
  requireHeld,
  requireSeats,
} from './committee.model.js';

describe('a term', () => {
  it.each([
    ['2026-03-01', 3, '2029-02-28'],
    ['2026-03-01', 5, '2031-02-28'],
    ['2026-01-01', 5, '2030-12-31'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2023-03-01', 5, '2028-02-29'],
  ])('from %s for %i years ends on %s', (heldOn, years, last) => {
    expect(lastDayOf(heldOn, years)).toBe(last);
  });

  it('is announced at nine in the morning, 60 days before its last day', () => {
    expect(nearEndOf('2029-03-31')).toEqual(new Date('2029-01-30T09:00:00+08:00'));
  });
});

describe('who is elected', () => {
  const seats = (...offices: CommitteeOffice[]) =>
    offices.map((office, index) => ({ personId: String(index), office }));

  it.each<[CommitteeKind, CommitteeOffice[], boolean]>([
    ['union', ['chair', 'viceChair', 'member'], true],
    ['union', ['chair'], true],
    ['union', ['organiser'], true],
    ['union', ['member', 'member', 'member'], false],
    ['union', ['chair', 'chair', 'member'], false],
    ['union', ['organiser', 'member'], false],
    ['union', ['chair', 'organiser'], false],
    ['audit', ['chair', 'member'], true],
    ['audit', ['member'], true],
    ['audit', ['chair', 'chair'], false],
    ['audit', ['organiser'], false],
    ['women', ['chair', 'viceChair', 'member'], true],
  ])('to the %s committee as %j: %s', (kind, offices, isRight) => {
    const check = () => requireSeats(kind, seats(...offices));
    if (isRight) expect(check).not.toThrow();
    else expect(check).toThrow('COMMITTEE_OFFICES');
  });

  it('is elected once', () => {
    const twice = [...seats('chair', 'member'), { personId: '1', office: 'member' as const }];
    expect(() => requireSeats('union', twice)).toThrow('COMMITTEE_OFFICES');
  });

  it('comes of a founding filing committee by committee, and of the audit and women’s committee nobody is known to be chair', () => {
    const elected = ['chair', 'women', 'committee', 'audit'].map((office) => ({ office }));
    const [chair, women, committee, audit] = elected;
    expect(foundedSeats(elected)).toEqual([
      [
        'union',
        [
          ['chair', chair],
          ['member', committee],
        ],
      ],
      ['audit', [['member', audit]]],
      ['women', [['member', women]]],
    ]);
    expect(foundedSeats([{ office: 'organiser' }])).toEqual([
      ['union', [['organiser', { office: 'organiser' }]]],
    ]);
  });

  it('is named to anyone where they speak for the union', () => {
    const offices = ['chair', 'viceChair', 'organiser', 'member'] as const;
    expect(offices.filter(isPublicOffice)).toEqual(['chair', 'viceChair', 'organiser']);
  });
});

describe('an election', () => {
  it.each([
    ['2026-11-16', 120, 96, null],
    ['2026-11-20', 120, 120, null],
    ['2026-11-21', 120, 96, 'COMMITTEE_HELD_ON'],
    ['2026-11-15', 120, 96, 'COMMITTEE_HELD_ON'],
    ['2026-11-16', 120, 121, 'COMMITTEE_PRESENT'],
    ['2026-11-16', 120, 0, 'COMMITTEE_PRESENT'],
  ])('of %s with %i entitled and %i present: %s', (heldOn, entitled, present, code) => {
    const check = () => requireHeld({ heldOn, entitled, present }, '2026-11-16', '2026-11-20');
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });

  it('is decided above, and that of the root at the root', () => {
    expect(decidedAt('1.4.2.', '1.4.')).toBe('1.4.');
    expect(decidedAt('1.', null)).toBe('1.');
  });

  it('is withdrawn by whoever has filed it, who never decides', () => {
    expect(actsOf('waiting', { isProposer: true, isAbove: true })).toEqual(['withdraw']);
    expect(actsOf('waiting', { isProposer: false, isAbove: true })).toEqual(['approve', 'refuse']);
    expect(actsOf('waiting', { isProposer: false, isAbove: false })).toEqual([]);
    expect(actsOf('approved', { isProposer: false, isAbove: true })).toEqual([]);
  });

  const whom = { decider: { personIds: ['above'] }, electing: { personIds: ['both'] } };
  const one = {
    id: 'e',
    kind: 'union',
    committeeId: null,
    unionId: 'u',
    unionName: '恒达工会',
    unionActive: true,
    toDay: '2029-03-31',
    succeededAt: null,
  } as const;
  const [early, near] = [new Date('2029-01-30T08:59:59+08:00'), new Date('2029-01-30T09:00:00+08:00')];
  const kinds = (part: Partial<Parameters<typeof awaitsOfElection>[0]>, now: Date) =>
    awaitsOfElection({ ...one, state: 'approved', ...part }, whom, now).map(({ kind, personIds }) => [
      kind,
      personIds?.[0],
    ]);

  it('waits for the union above, and near the end of the term for both, until another committee is in office', () => {
    expect(kinds({ state: 'waiting' }, early)).toEqual([['committeeElectionProposed', 'above']]);
    expect(kinds({}, early)).toEqual([]);
    expect(kinds({}, near)).toEqual([['committeeTermEnding', 'both']]);
    expect(kinds({ succeededAt: early }, near)).toEqual([]);
    expect(kinds({ committeeId: 'c' }, near)).toEqual([]);
    expect(kinds({ state: 'refused' }, near)).toEqual([]);
    expect(kinds({ unionActive: false }, near)).toEqual([]);
  });
});
