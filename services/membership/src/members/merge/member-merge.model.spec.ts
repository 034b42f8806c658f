import { memberMergeStates } from '@gongxiang/contracts/membership/members/member-merge.contract';
import { describe, expect, it } from '@jest/globals';
import {
  areAlikeNumbers,
  awaitsOfMerge,
  isCandidate,
  nearestAbove,
  reasonsFor,
  requireAnother,
  requireTransition,
} from './member-merge.model.js';

const number = '420106196003091236';

describe('two resident numbers', () => {
  it.each([
    ['the same', number, false],
    ['two neighbours differ, and are not exchanged', '420106196003195236', false],
    ['one digit differs', '420106196003081236', true],
    ['one digit and the check digit differ', '42010619600308123X', true],
    ['two neighbours are exchanged', '420106196003092136', true],
    ['two digits differ that are no neighbours', '420116196003081236', false],
    ['only the check digit differs', '42010619600309123X', true],
    ['of another length', '4201061960030912', false],
  ])('%s', (_case, other, alike) => {
    expect(areAlikeNumbers(number, other)).toBe(alike);
    expect(areAlikeNumbers(other, number)).toBe(alike);
  });
});

describe('two records', () => {
  const person = { nameHash: 'wang', phoneHash: 'p1', number };

  it.each([
    [
      'E95: a shared phone',
      { nameHash: 'li', phoneHash: 'p1', number: '110101199001011237' },
      ['samePhone'],
      true,
    ],
    ['E95: name and phone', { ...person, number: null }, ['samePhone', 'sameName'], true],
    [
      'E95: a name and a slip in the number',
      { ...person, phoneHash: null, number: '42010619600308123X' },
      ['sameName', 'alikeNumber'],
      true,
    ],
    ['a name alone', { ...person, phoneHash: 'p2', number: '110101199001011237' }, ['sameName'], false],
    ['no phone at all', { nameHash: 'li', phoneHash: null, number: null }, [], false],
  ])('%s', (_case, other, reasons, candidate) => {
    expect(reasonsFor(person, other)).toEqual(reasons);
    expect(isCandidate(reasonsFor(person, other))).toBe(candidate);
  });

  it.each([
    ['1.4.2.', '1.4.3.', '1.4.'],
    ['1.4.', '1.4.3.', '1.4.'],
    ['1.4.', '1.5.', '1.'],
    ['1.4.', '1.41.', '1.'],
    ['1.4.', null, '1.'],
  ])('of unions %s and %s are decided on at %s', (left, right, above) => {
    expect(nearestAbove(left, right)).toBe(above);
  });
});

describe('a merge', () => {
  const merge = { proposedBy: 'a', survivorId: 'b', mergedId: 'c' };

  it.each(['a', 'b', 'c'])('is not decided by %s, who has proposed it or is one of the two', (person) => {
    expect(() => requireAnother(merge, person)).toThrow('MERGE_NEEDS_ANOTHER');
  });

  it('goes its way, and no other', () => {
    expect(() => requireAnother(merge, 'd')).not.toThrow();
    expect(() => requireTransition('proposed', 'applying')).not.toThrow();
    expect(() => requireTransition('applying', 'undoing')).toThrow('MERGE_STATE');
    expect(() => requireTransition('refused', 'applying')).toThrow('MERGE_STATE');
  });
});

it.each(memberMergeStates)('waits in the state %s for another officer, or for nobody', (state) => {
  const told = awaitsOfMerge({ id: 'merge-1', state }, { personIds: ['officer-1'] });
  const whom = { personIds: ['officer-1'], kind: 'memberMergeProposed', why: 'decidesHere' };
  expect(told).toEqual(state === 'proposed' ? [{ ...whom, about: { mergeId: 'merge-1' } }] : []);
});
