import { describe, expect, it } from '@jest/globals';
import { adviceOf } from './advice-texts.model.js';
import { advisedOn } from './advice.model.js';
import type { Finding } from './findings.model.js';

const node = (items: number, answers: number) => ({
  key: 'people',
  name: '满意度',
  items,
  answers,
  alpha: 0.4,
});
const itemsOf = (keys: readonly string[], answers: number) =>
  keys.map((key) => ({
    key,
    name: key,
    parentKey: 'people',
    answers,
    mean: 4,
    itemRest: 0.1,
    alphaWithout: 0.6,
    floor: null,
    ceiling: null,
  }));
const harms = (key: string): Finding => ({
  kind: 'itemHarms',
  keys: [key],
  names: [key],
  figures: { alpha: 0.4, alphaWithout: 0.6 },
  suggestion: 'drop',
});
const all = ['a', 'b', 'c', 'd', 'e'];

describe('what is done about questions that do not go with the others', () => {
  it.each([
    {
      what: '51 answers: collect more first, whatever they say',
      keys: all,
      answers: 51,
      done: Array(5).fill('collect'),
    },
    {
      what: 'two questions in a group: add some, never delete both',
      keys: ['a', 'b'],
      answers: 300,
      done: ['ask', 'ask'],
    },
    {
      what: 'three: one fewer would be too few',
      keys: ['a', 'b', 'c'],
      answers: 300,
      done: ['ask', 'ask', 'ask'],
    },
    {
      what: 'five, and enough answers: one at a time',
      keys: all,
      answers: 100,
      done: ['drop', ...Array(4).fill('none')],
    },
  ])('$what', ({ keys, answers, done }) => {
    const tuning = { nodes: [node(keys.length, answers)], items: itemsOf(keys, answers) };
    const advised = advisedOn(keys.map(harms), tuning);
    expect(advised.map(({ suggestion }) => suggestion)).toEqual(done);
  });

  it('is said in one sentence without statistics', () => {
    const tuning = { nodes: [node(2, 51)], items: itemsOf(['讲解', '场地'], 51) };
    const [first] = advisedOn([harms('讲解')], tuning);
    expect(first && adviceOf(first, 'zh-CN')).toBe(
      '“讲解”和同组其他题答得不一致，但只有 51 份答卷，看不准：先收集到 100 份以上，现在不要删。',
    );
    expect(first && adviceOf(first, 'en')).toBe(
      '“讲解” does not go with the others of its group, but 51 answers are too few to tell: collect 100 first, and delete nothing now.',
    );
  });

  it('leaves what needs no deletion as it is', () => {
    const merge: Finding = {
      kind: 'redundant',
      keys: ['a', 'b'],
      names: ['场地', '讲解'],
      figures: { correlation: 0.97, subjects: 12 },
      suggestion: 'merge',
    };
    const [one] = advisedOn([merge], { nodes: [], items: [] });
    expect(one?.suggestion).toBe('merge');
    expect(one && adviceOf(one, 'zh-CN')).toBe('“场地”和“讲解”几乎总是同高同低，可以合并成一个指标。');
  });
});
