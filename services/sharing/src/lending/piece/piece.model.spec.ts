import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { labelCode, shownCode } from '../custody/label-code.model.js';
import { checkCounts, labelOf, meant, namesOf, pieceState } from './piece.model.js';

const codeBy = (seed: number): string =>
  labelCode(Uint8Array.from({ length: 7 }, (_one, place) => seed + place));
const piece = (seed: number, resourceId = 'projectors') => ({ id: newId(), code: codeBy(seed), resourceId });

describe('a piece', () => {
  it.each([
    [{ retiredAt: null, isOut: false, isOutOfService: false }, 'here'],
    [{ retiredAt: null, isOut: false, isOutOfService: true }, 'outOfService'],
    [{ retiredAt: null, isOut: true, isOutOfService: true }, 'out'], // a holder outranks everything
    [{ retiredAt: new Date(), isOut: false, isOutOfService: true }, 'retired'],
  ])('%j is %s', (facts, state) => {
    expect(pieceState(facts)).toBe(state);
  });

  it.each([
    ['投影仪', 7, '投影仪-007'],
    [' P ', 1000, 'P-1000'],
  ])('%j number %i is labelled %s', (prefix, number, label) => {
    expect(labelOf(prefix, number)).toBe(label);
  });
});

describe('pieces that are named', () => {
  const [one, two, foreign] = [piece(1), piece(2), piece(3, 'chairs')] as const;
  const found = [one, two, foreign];
  const isMeant = ({ resourceId }: { resourceId: string }): boolean => resourceId === 'projectors';

  it('are found by id, by code, and by a code as it is printed', () => {
    expect(namesOf([one.id, shownCode(two.code).toLowerCase()])).toEqual({
      ids: [one.id],
      codes: [two.code],
    });
    expect(meant([one.id, shownCode(two.code)], found, isMeant)).toEqual([one, two]);
  });

  it.each([
    ['neither an id nor a code', ['投影仪'], 'PIECE_UNKNOWN'],
    [
      'a code that was misread',
      [two.code.replace(/.$/, two.code.endsWith('2') ? '3' : '2')],
      'PIECE_UNKNOWN',
    ],
    ['nowhere', [codeBy(9)], 'PIECE_UNKNOWN'],
    ['of something else', [foreign.code], 'PIECE_UNKNOWN'],
    ['E61: twice, once by id and once by code', [one.id, one.code], 'PIECE_NAMED_TWICE'],
  ])('are refused where one is %s', (_name, names, code) => {
    expect(() => {
      namesOf(names);
      meant(names, found, isMeant);
    }).toThrow(code);
  });

  it.each([
    [[], [], true], // nothing is counted in pieces
    [['a', 'a'], [['a', 2]], true],
    [
      ['a', 'b'],
      [
        ['a', 1],
        ['b', 1],
      ],
      true,
    ], // a kit
    [['a'], [['a', 2]], false],
    [['a', 'a', 'a'], [['a', 2]], false],
    [
      ['a', 'a'],
      [
        ['a', 1],
        ['b', 1],
      ],
      false,
    ],
  ] as const)('%j of what is lent, %j: %s', (named, due, isComplete) => {
    const check = () =>
      checkCounts(
        named.map((resourceId) => ({ resourceId })),
        due.map(([resourceId, quantity]) => ({ resourceId, quantity })),
      );
    if (isComplete) expect(check).not.toThrow();
    else expect(check).toThrow('PIECES_REQUIRED');
  });
});
