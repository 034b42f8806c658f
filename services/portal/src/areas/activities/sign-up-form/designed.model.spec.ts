import { describe, expect, it } from '@jest/globals';
import { designedOf, moved, newOption, newQuestion, ofKind, questionOf } from './designed.model.js';
import type { Question } from './question.model.js';

describe('a question that is designed', () => {
  it('has an id that no other has, also after one was removed', () => {
    expect(newQuestion([]).id).toBe('q1');
    expect(newQuestion(['q1', 'q3', 'shirt']).id).toBe('q4');
    expect(newOption([{ id: 'o2', label: '' }]).id).toBe('o3');
  });

  it('gets two options when it becomes a choice, and keeps those that it has', () => {
    const choice = ofKind(newQuestion([]), 'choice');
    expect(choice.options.map(({ id }) => id)).toEqual(['o1', 'o2']);
    expect(ofKind(choice, 'choices').options).toBe(choice.options);
  });

  it('sends only what its kind can say', () => {
    const filled = {
      ...ofKind(newQuestion([]), 'choices'),
      min: '1',
      unit: '厘米',
      minPicks: '1',
      maxPicks: 'x',
    };
    expect(questionOf(filled)).toMatchObject({ minPicks: 1, maxPicks: null });
    expect(questionOf(filled)).not.toHaveProperty('unit');
    expect(questionOf({ ...filled, kind: 'number' })).toMatchObject({ min: 1, max: null, unit: '厘米' });
    expect(questionOf({ ...filled, kind: 'yesNo' })).not.toHaveProperty('options');
  });

  it('is the same after it was kept and opened again', () => {
    const kept: Question = {
      id: 'height',
      kind: 'number',
      title: '身高',
      help: null,
      required: true,
      perHead: true,
      visibleTo: 'hosts',
      min: 50,
      max: 250.5,
      unit: '厘米',
    };
    expect(questionOf(designedOf(kept))).toEqual(kept);
  });

  it.each([
    [0, 1, ['b', 'a', 'c']],
    [2, -1, ['a', 'c', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 1, ['a', 'b', 'c']],
  ] as const)('moves from place %i by %i', (index, by, expected) => {
    expect(moved(['a', 'b', 'c'], index, by)).toEqual(expected);
  });
});
