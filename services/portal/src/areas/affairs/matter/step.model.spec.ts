import { describe, expect, it } from '@jest/globals';
import { namesOf, type StepMark, stepTone, toLookAt } from './step.model.js';

const mark = (id: string, words: StepMark['words']): StepMark => ({
  id,
  at: '2026-11-26T10:00:00+08:00',
  byName: '张*',
  words,
  removable: false,
});

describe('a step', () => {
  it('reads names as they are typed', () => {
    expect(namesOf('张三、 李四，王五\n')).toEqual(['张三', '李四', '王五']);
    expect(namesOf(' ')).toEqual([]);
  });

  it('has what was found to be looked at once', () => {
    const marks = [
      mark('a', { text: '通道' }),
      mark('b', { text: '灯' }),
      mark('c', { found: 'a', agrees: true }),
    ];
    expect(toLookAt(marks).map(({ id }) => id)).toEqual(['b']);
  });

  it('looks as it stands', () => {
    expect(stepTone('passed')).toBe('is-published');
    expect(stepTone('ahead')).toBe('is-kind');
  });
});
