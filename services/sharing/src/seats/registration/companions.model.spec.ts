import { describe, expect, it } from '@jest/globals';
import { stayingHeads, unmovedHeads } from './companions.model.js';

const named = (...names: string[]) => names.map((name) => ({ name }));

describe('companions who stay at home', () => {
  it.each([
    [['Cy'], [0, 1, 2]], // the last
    [['Ann'], [0, 2, 3]], // the first: who comes after moves up
    [
      ['Ann', 'Cy'],
      [0, 2],
    ],
    [['Ann', 'Bo', 'Cy'], [0]], // the person comes alone
  ])('%j of Ann, Bo and Cy leave the heads %j', (leaving, staying) => {
    expect(stayingHeads(named('Ann', 'Bo', 'Cy'), leaving)).toEqual(staying);
  });

  it('of two with one name it is the one named last, then the other', () => {
    expect(stayingHeads(named('Ann', 'Bo', 'Ann'), ['Ann'])).toEqual([0, 1, 2]);
    expect(stayingHeads(named('Ann', 'Bo', 'Ann'), ['Ann', 'Ann'])).toEqual([0, 2]);
  });

  it.each([
    [['Di'], '/companions/0'],
    [['Ann', 'Ann'], '/companions/1'], // gone already
  ])('%j are refused at %s', (leaving, pointer) => {
    expect(() => stayingHeads(named('Ann', 'Bo'), leaving)).toThrow(
      expect.objectContaining({
        code: 'COMPANIONS_NOT_THERE',
        errors: [expect.objectContaining({ pointer })],
      }),
    );
  });

  it.each([
    [[0, 1, 2], 3],
    [[0, 2, 3], 1],
    [[0, 1, 3], 2],
    [[0], 1],
  ])('of the heads %j the first %i keep their numbers', (staying, count) => {
    expect(unmovedHeads(staying)).toBe(count);
  });
});
