import { describe, expect, it } from '@jest/globals';
import { guess, orderIn, together } from './linking.js';

const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, marks: [`person-${id}`] }));
const answers = ['1', '2', '3', '4'].map((id) => ({ id, marks: [`answer-${id}`, `HASH-${id}`] }));
const truth = new Map([['a', '1'], ['b', '2'], ['c', '3'], ['d', '4']]); // prettier-ignore
const log = { where: 'a log', text: 'person-b\nperson-a person-c person-d person-b' };
const table = { where: 'a table', text: 'hash-2 hash-1 answer-3\nanswer-4 answer-2' };

describe('the linker', () => {
  it('takes the order of what it finds first or last, in whichever form', () => {
    expect(orderIn(log, people, 'first')).toEqual(['b', 'a', 'c', 'd']);
    expect(orderIn(log, people, 'last')).toEqual(['a', 'c', 'd', 'b']);
    expect(orderIn(table, answers, 'first')).toEqual(['2', '1', '3', '4']);
    expect(orderIn(table, answers, 'last')).toEqual(['1', '3', '4', '2']);
  });

  it('matches the first with the first, and backwards, and leaves out what tells not of all', () => {
    const partly = { where: 'a part', text: 'person-a' };
    const guesses = guess([log, table, partly], people, answers, truth);
    expect(guesses).toHaveLength(8);
    expect(guesses.filter(({ right }) => right === 4).map(({ by }) => by)).toEqual([
      'a log (first) × a table (first)',
      'a log (last) × a table (last)',
    ]);
    expect(guesses.at(-1)?.right).toBe(0);
  });

  it('finds a line that names both', () => {
    expect(together([log, table], people, answers)).toEqual([]);
    expect(together([log, { where: 'both', text: 'x\nPERSON-a gave hash-1' }], people, answers)).toEqual([
      'both',
    ]);
  });
});
