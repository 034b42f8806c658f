import { describe, expect, it } from '@jest/globals';
import { editedOf, insisted, isBehind, isChanged, presentOf } from './edited-system.model.js';
import { surveyLeaf } from './indicator-leaf.model.js';

const node = { key: 'n1', name: '满意度', parentKey: null, leaf: surveyLeaf };
const saved = { name: '效能', nodes: [node], version: 3 };
const edited = editedOf(saved);
const { fact: _null, ...leafOfTheDatabase } = surveyLeaf;
const typed = { ...edited, values: { ...edited.values, name: '效能评价' } };
const later = { ...saved, name: '别人的', version: 4 };

describe('a tree that is being edited', () => {
  it.each([
    ['as it was', edited.values, false],
    ['with blanks around its name', { ...edited.values, name: ' 效能 ' }, false],
    [
      'with keys in the order of the database, and without what is null',
      { name: '效能', nodes: [{ leaf: leafOfTheDatabase, name: '满意度', key: 'n1', parentKey: null }] },
      false,
    ],
    ['by another name', typed.values, true],
    ['with another node', { ...edited.values, nodes: [node, { ...node, key: 'n2' }] }, true],
  ])('%s', (_how, values, expected) => {
    expect(isChanged({ ...edited, values: values as typeof edited.values })).toBe(expected);
  });

  it('follows what others save as long as nothing is changed in it', () => {
    expect(presentOf(null, saved)).toEqual(edited);
    expect(presentOf(edited, later)).toEqual(editedOf(later));
  });

  it('with changes keeps the version that they were made on, so that nobody is overwritten unseen', () => {
    const present = presentOf(typed, later);
    expect(present).toBe(typed);
    expect(isBehind(present, later)).toBe(true);
  });

  it('just saved does not fall back to the answer of before', () => {
    const answered = editedOf(later);
    expect(presentOf(answered, saved)).toBe(answered);
  });

  it('can be insisted on against what somebody else has saved', () => {
    const mine = insisted(typed, later);
    expect([mine.version, mine.values.name]).toEqual([4, '效能评价']);
    expect(isChanged(mine)).toBe(true);
  });
});
