import { describe, expect, it } from '@jest/globals';
import { emptyVote, type VoteForm, voteOf } from './new-vote.js';
import { candidatesOf, pressed, seatsOf } from './vote.model.js';

const filled: VoteForm = {
  ...emptyVote(new Date('2026-11-26T10:00:00+08:00')),
  unionId: 'union',
  title: ' 集体合同草案 ',
  text: '是否通过？',
  personIds: ['a', 'b', 'c', 'd', 'e'].map((personId) => ({ personId, name: personId })),
};

describe('a vote that is typed', () => {
  it('is sent with its voters, and without candidates', () => {
    expect(voteOf(filled)).toEqual({
      unionId: 'union',
      title: '集体合同草案',
      text: '是否通过？',
      kind: 'motion',
      roll: 'named',
      personIds: ['a', 'b', 'c', 'd', 'e'],
      quorum: 'twoThirds',
      majority: 'all',
      showTo: 'roll',
      opensAt: '2026-11-26T02:00:00.000Z',
      closesAt: '2026-11-27T02:00:00.000Z',
    });
  });

  it('names nobody where all members vote', () => {
    expect(voteOf({ ...filled, roll: 'all' })).not.toHaveProperty('personIds');
  });

  it('has candidates and seats where it is an election', () => {
    const candidates = ['张敏', '李强', '王芳'].map((name) => ({ personId: name, name }));
    const election = { ...filled, kind: 'election' as const, candidates, seats: '2' };
    expect(voteOf(election)).toMatchObject({ candidates, seats: 2 });
    expect(voteOf({ ...election, seats: '4' })).toBeNull();
    expect(voteOf({ ...election, candidates: candidates.slice(0, 1) })).toBeNull();
  });

  it.each<[readonly (readonly [name: string, unionName?: string])[], readonly string[] | null]>([
    [[], null],
    [[['张敏']], null],
    [Array.from({ length: 21 }, (_, index) => [`候选人${index}`] as const), null],
    [
      [['张敏'], [' 李强 ']],
      ['张敏', '李强'],
    ],
    [
      [
        ['张敏', '衡达工会'],
        ['李强', '衡达工会'],
        ['张敏', '绿源工会'],
      ],
      ['张敏（衡达工会）', '李强', '张敏（绿源工会）'],
    ],
    [
      [['张敏', '衡达工会'], ['张敏', '衡达工会'], ['李强']],
      ['张敏（衡达工会） 1', '张敏（衡达工会） 2', '李强'],
    ],
  ])('candidates %#', (chosen, expected) => {
    const people = chosen.map(([name, unionName], index) => ({
      personId: String(index),
      name,
      ...(unionName === undefined ? {} : { unionName }),
    }));
    expect(candidatesOf(people)?.map(({ name }) => name) ?? null).toEqual(expected);
  });

  it.each([
    ['0', null],
    ['1.5', null],
    ['3', 3],
    ['4', null],
  ])('%s of three seats', (text, expected) => {
    expect(seatsOf(text, 3)).toBe(expected);
  });
});

describe('pressing a choice', () => {
  it.each([
    ['motion', ['yes'], 'no', ['no']],
    ['election', ['c1'], 'c2', ['c1', 'c2']],
    ['election', ['c1', 'c2'], 'c1', ['c2']],
    // There are two seats.
    ['election', ['c1', 'c2'], 'c3', ['c1', 'c2']],
  ] as const)('of a %s with %j: %s', (kind, chosen, key, expected) => {
    expect(pressed({ kind, seats: kind === 'election' ? 2 : null }, chosen, key)).toEqual(expected);
  });
});
