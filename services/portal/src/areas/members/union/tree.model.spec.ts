import { describe, expect, it } from '@jest/globals';
import { aboveOf, belowOf, rootIdsOf, stepOf, typedTo } from './tree.model.js';
import { choicesOf, levelOf } from '../../../session/union-choices.model.js';

describe('moving in the tree', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Tab', 1, null],
  ])('%s from %i goes to %p', (key, from, to) => {
    expect(stepOf(key, from, 3)).toBe(to);
  });
});

describe('typing in the tree', () => {
  const names = ['Alder', 'Birch', 'Beech', 'Cedar'];

  it.each([
    ['b', 0, 1],
    ['b', 1, 2],
    ['b', 2, 1],
    ['be', 1, 2],
    ['BI', 1, 1],
    ['a', 0, 0],
    ['x', 0, null],
  ])('%s from %i goes to %p', (typed, from, to) => {
    expect(typedTo(names, from, typed)).toBe(to);
  });
});

describe('the levels of what is seen', () => {
  const levels = [1, 2, 3, 3, 2, 1];

  it.each([
    [0, null, 1],
    [1, 0, 2],
    [3, 1, null],
    [4, 0, null],
    [5, null, null],
  ])('around item %i: above %p, below %p', (index, above, below) => {
    expect([aboveOf(levels, index), belowOf(levels, index)]).toEqual([above, below]);
  });
});

describe('the roots', () => {
  const grants = [
    { unionId: 'district', path: '1.2.' },
    { unionId: 'district', path: '1.2.' },
    { unionId: 'below', path: '1.2.7.' },
    { unionId: 'elsewhere', path: '1.20.' },
  ];

  it('are the highest unions of the grants, each once', () => {
    expect(rootIdsOf(grants, 'own')).toEqual(['district', 'elsewhere']);
  });

  it('are the own union without an office, and none without that', () => {
    expect(rootIdsOf([], 'own')).toEqual(['own']);
    expect(rootIdsOf([], null)).toEqual([]);
  });
});

describe('the unions to choose from', () => {
  const union = (id: string, path: string, name: string) => ({ id, path, name });
  const own = union('own', '1.7.', 'Harbour');
  const below = union('below', '1.7.2.', 'Harbour North');
  const elsewhere = union('elsewhere', '1.70.', 'Harbour Works');

  it.each([
    ['those within reach, the highest first', '', [below, elsewhere, own], ['own', 'below']],
    ['each once, though the network names it too', '', [own, below, own], ['own', 'below']],
    ['those whose name contains what was typed', 'north', [own, below], ['below']],
  ])('are %s', (_name, q, unions, ids) => {
    expect(choicesOf(unions, ['1.7.'], q).map(({ id }) => id)).toEqual(ids);
  });

  it('are none without an office', () => {
    expect(choicesOf([own], [], '')).toEqual([]);
  });
});

it('counts the levels of a path', () => {
  expect([levelOf('1.'), levelOf('1.4.12.')]).toEqual([1, 3]);
});
