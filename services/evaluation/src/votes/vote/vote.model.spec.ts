import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import fc from 'fast-check';
import {
  ballotBytes,
  ballotIn,
  BallotTally,
  candidacyRefusal,
  checkBallot,
  checkChoosing,
  checkWindow,
  choicesOf,
  resultOf,
  type Rule,
  type Standing,
} from './vote.model.js';

const motion: Rule = {
  kind: 'motion',
  candidates: null,
  seats: null,
  quorum: 'twoThirds',
  majority: 'all',
};
const names = ['张敏', '李强', '王芳', '赵磊'];
const election: Rule = { ...motion, kind: 'election', candidates: names, seats: 2, majority: 'present' };

const countsOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([key, count]) => ({ key, count }));

describe('what can be chosen', () => {
  it.each([
    [{ candidates: null, seats: null }, false],
    [{ candidates: ['张敏'], seats: 1 }, false],
    [{ candidates: ['张敏', ' 张敏'], seats: 1 }, false],
    [{ candidates: ['张敏', '李强'], seats: 3 }, false],
    [{ candidates: ['张敏', '李强'], seats: null }, false],
    [{ candidates: Array.from({ length: 21 }, (_, index) => `候选人${index}`), seats: 1 }, false],
    [{ candidates: ['张敏', '李强'], seats: 2 }, true],
  ])('in an election: %j', (given, isFit) => {
    const check = () => checkChoosing({ kind: 'election', ...given });
    if (isFit) expect(check).not.toThrow();
    else expect(check).toThrow(DomainError);
  });

  it('of a motion is yes, no or abstain, and nobody', () => {
    expect(choicesOf(motion).map(({ key }) => key)).toEqual(['yes', 'no', 'abstain']);
    expect(() => checkChoosing({ ...motion, candidates: names, seats: 1 })).toThrow(DomainError);
  });
});

describe('who stands in an election of the union at 1.2.', () => {
  const full: Standing = { state: 'active', standing: 'full', unionPath: '1.2.' };
  it.each<[string, readonly Standing[], string | null]>([
    ['a member of it', [full], null],
    ['a member of one below it', [{ ...full, unionPath: '1.2.7.' }], null],
    // Being elected needs no account.
    ['a member who has not activated their account', [{ ...full, state: 'imported' }], null],
    ['a retained member', [{ ...full, standing: 'retained' }], 'VOTE_CANDIDATE_RETAINED'],
    ['a member of the union above', [{ ...full, unionPath: '1.' }], 'VOTE_CANDIDATE_STRANGER'],
    ['a member of another one', [{ ...full, unionPath: '1.20.' }], 'VOTE_CANDIDATE_STRANGER'],
    ['a member of an unknown one', [{ ...full, unionPath: null }], 'VOTE_CANDIDATE_STRANGER'],
    ['one who has left', [{ ...full, state: 'ended' }], 'VOTE_CANDIDATE_STRANGER'],
    [
      'one who has left retained',
      [{ ...full, state: 'ended', standing: 'retained' }],
      'VOTE_CANDIDATE_STRANGER',
    ],
    ['nobody who is known', [], 'VOTE_CANDIDATE_STRANGER'],
    ['one whose other record was merged into theirs', [{ ...full, state: 'ended' }, full], null],
  ])('%s', (_who, records, expected) => {
    expect(candidacyRefusal(records, '1.2.')).toBe(expected);
  });
});

describe('the time of a vote', () => {
  const now = new Date('2026-11-26T10:00:00+08:00');
  const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
  it.each([
    [0, 0.9, false],
    [0, 1, true],
    // Opens now, and not an hour ago.
    [-60, 0.9, false],
    [60, 60.9, false],
    [60, 61, true],
    [0, 30 * 24 * 60, true],
    [0, 30 * 24 * 60 + 1, false],
  ])('from %s to %s minutes from now', (opens, closes, isFit) => {
    const check = () => checkWindow(after(opens), after(closes), now);
    if (isFit) expect(check).not.toThrow();
    else expect(check).toThrow(DomainError);
  });
});

describe('a ballot', () => {
  it.each([
    [motion, [], false],
    [motion, ['yes', 'no'], false],
    [motion, ['c1'], false],
    [motion, ['abstain'], true],
    [election, [], true],
    [election, ['c4', 'c1'], true],
    [election, ['c1', 'c1'], false],
    [election, ['c1', 'c2', 'c3'], false],
    [election, ['c5'], false],
  ])('%#', (vote, chosen, isFit) => {
    const check = () => checkBallot(vote, chosen);
    if (isFit) expect(check).not.toThrow();
    else expect(check).toThrow(DomainError);
  });

  it('has one length, in whichever order it was written, and is read as it was', () => {
    const large = {
      ...election,
      candidates: Array.from({ length: 20 }, (_, index) => `${index}`),
      seats: 12,
    };
    const keys = choicesOf(large).map(({ key }) => key);
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { maxLength: 12 }), (chosen) => {
        const bytes = ballotBytes(large, chosen);
        expect(bytes).toHaveLength(ballotBytes(large, []).length);
        expect(bytes).toEqual(ballotBytes(large, chosen.toReversed()));
        expect(new Set(ballotIn(large, bytes))).toEqual(new Set(chosen));
      }),
    );
  });

  it.each(['', '{}', '["yes","no"]', '[1]', '["c9"]', 'yes'])('is not %j', (text) => {
    expect(ballotIn(motion, Buffer.from(text))).toBeNull();
  });
});

describe('the count', () => {
  it('is that of the ballots: each choice as often as it stands on one', () => {
    const ballot = fc.subarray(['c1', 'c2', 'c3', 'c4'], { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 60 }), (ballots) => {
        const tally = new BallotTally(election);
        for (const chosen of ballots) tally.add(chosen);
        expect(tally.voted).toBe(ballots.length);
        for (const { key, count } of tally.byChoice())
          expect(count).toBe(ballots.filter((chosen) => chosen.includes(key)).length);
      }),
    );
  });
});

describe('the result of a motion', () => {
  it.each([
    ['two thirds voted, and more than half of all say yes', 90, [46, 10, 4], true, true],
    ['exactly half of all say yes', 90, [45, 11, 4], true, false],
    ['too few took part', 90, [59, 0, 0], false, false],
    ['all five say yes', 5, [5, 0, 0], true, true],
  ] as const)('%s', (_what, entitled, [yes, no, abstain], quorate, carried) => {
    const counts = countsOf({ yes, no, abstain });
    const result = resultOf(motion, entitled, { voted: yes + no + abstain, counts });
    expect(result).toMatchObject({ quorate, carried, counts, elected: [] });
  });

  it('is not counted where fewer than five voted', () => {
    // Four of five are more than two thirds, and all say yes.
    const counts = countsOf({ yes: 4, no: 0, abstain: 0 });
    expect(resultOf(motion, 5, { voted: 4, counts })).toEqual({
      entitled: 5,
      voted: 4,
      counts: null,
      quorate: false,
      carried: false,
      elected: [],
    });
  });
});

describe('the result of an election', () => {
  it.each([
    ['the two with the most votes', [40, 35, 31, 2], ['c1', 'c2'], true],
    ['fewer than there are seats, as the others lack a majority', [40, 30, 29, 2], ['c1'], false],
    ['of two who share the last place neither', [40, 35, 35, 2], ['c1'], false],
    ['of three who share the first place none', [35, 35, 35, 2], [], false],
    ['both who share the first two places', [35, 35, 31, 2], ['c1', 'c2'], true],
  ] as const)('elects %s', (_what, [c1, c2, c3, c4], elected, carried) => {
    const result = resultOf(election, 90, { voted: 60, counts: countsOf({ c1, c2, c3, c4 }) });
    expect(result).toMatchObject({ quorate: true, elected, carried });
  });

  it('elects nobody where too few voted', () => {
    const counts = countsOf({ c1: 59, c2: 59, c3: 0, c4: 0 });
    expect(resultOf(election, 90, { voted: 59, counts })).toMatchObject({ quorate: false, elected: [] });
  });
});
