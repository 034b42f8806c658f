import { describe, expect, it } from '@jest/globals';
import {
  contentFrom,
  deskOf,
  figuresOf,
  filledOf,
  partFilterOf,
  queryOf,
  withFigure,
} from './assignment.model.js';

describe('the board', () => {
  it.each([
    ['', undefined, {}],
    ['show=late', 'late', { only: 'late' }],
    ['show=returned', 'returned', { state: 'returned' }],
    ['show=nonsense', undefined, {}],
  ] as const)('with %s in its address shows %s', (address, filter, query) => {
    const found = partFilterOf(new URLSearchParams(address));
    expect(found).toBe(filter);
    expect(queryOf(found)).toEqual(query);
  });

  it('of a union shows what is owed where nothing is said', () => {
    expect(deskOf(new URLSearchParams())).toBe('owed');
    expect(deskOf(new URLSearchParams('desk=all'))).toBe('all');
  });
});

describe('a template', () => {
  it('is due as many days later as it usually takes', () => {
    const content = {
      title: '会议通知',
      text: '请回报。',
      kind: 'task' as const,
      questions: [],
      figures: [],
    };
    // 27 December and ten days.
    expect(contentFrom({ id: 'meeting', days: 10, content }, '2026-12-27')).toMatchObject({
      title: '会议通知',
      dueOn: '2027-01-06',
      scope: 'all',
    });
  });
});

describe('a number that the platform offers', () => {
  const figures = [{ questionId: 'a', figure: 'members' as const }];

  it('is chosen for a question once, or not at all', () => {
    expect(withFigure(figures, 'a', 'unions')).toEqual([{ questionId: 'a', figure: 'unions' }]);
    expect(withFigure(figures, 'a', undefined)).toEqual([]);
    expect(withFigure(figures, 'b', 'officers')).toHaveLength(2);
  });

  it('goes with its question', () => {
    expect(figuresOf(figures, [{ id: 'a', kind: 'number' }])).toEqual(figures);
    expect(figuresOf(figures, [{ id: 'a', kind: 'shortText' }])).toEqual([]);
  });

  it('is filled in where nothing was saved, in the place of what those below returned', () => {
    const part = {
      draft: null,
      answers: null,
      offers: [
        { questionId: 'a', unions: 2, sum: 40 },
        { questionId: 'b', unions: 2, sum: 7 },
      ],
      counted: [{ questionId: 'a', figure: 'members' as const, value: 43 }],
    };
    expect(filledOf(part)).toEqual({ a: 43, b: 7 });
    expect(filledOf({ ...part, draft: { a: 1 } })).toEqual({ a: 1 });
  });
});
