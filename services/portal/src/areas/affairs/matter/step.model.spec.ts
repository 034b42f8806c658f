import { describe, expect, it } from '@jest/globals';
import {
  namesOf,
  type OutsideDecision,
  outsideState,
  type StepMark,
  stepTone,
  toLookAt,
} from './step.model.js';

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

  it.each<[Partial<OutsideDecision>, string]>([
    [{}, 'notForwarded'],
    [{ forwardedOn: '2026-11-20' }, 'waiting'],
    [{ forwardedOn: '2026-11-20', granted: false }, 'refused'],
    [{ forwardedOn: '2026-11-20', granted: true }, 'granted'],
    [
      { forwardedOn: '2026-11-20', granted: true, amount: { amount: '120000', currency: 'CNY' } },
      'grantedAmount',
    ],
  ])('says where papers are: %j is %s', (part, expected) => {
    const nothing = {
      body: '互助会',
      forwardedOn: null,
      receipt: null,
      decidedOn: null,
      granted: null,
      reference: null,
      amount: null,
    };
    expect(outsideState({ ...nothing, ...part })).toBe(expected);
  });

  it('looks as it stands', () => {
    expect(stepTone('passed')).toBe('is-published');
    expect(stepTone('ahead')).toBe('is-kind');
  });
});
