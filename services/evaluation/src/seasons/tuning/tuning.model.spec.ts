import { describe, expect, it } from '@jest/globals';
import type {
  IndicatorLeaf,
  IndicatorNode,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { findingsOf } from './findings.model.js';
import { sentenceOf } from './finding-texts.model.js';
import { momentsOf } from './moments.fixture.js';
import { tune, type TuningInput } from './tuning.model.js';

const leaf: IndicatorLeaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const nodes: IndicatorNode[] = [
  { key: 'people', name: '满意度', parentKey: null, leaf: null },
  { key: 'place', name: '场地', parentKey: 'people', leaf },
  { key: 'guides', name: '讲解', parentKey: 'people', leaf },
  { key: 'odd', name: '离题', parentKey: 'people', leaf },
];
const none: TuningInput = {
  nodes,
  weights: null,
  moments: [],
  surveys: 0,
  answers: 0,
  subjects: [],
  subjectsBefore: [],
};
const scale = { min: 1, max: 5 };

/** Place and guides go together; `odd` goes its own way. */
const answers = Array.from({ length: 40 }, (_, index) => [
  1 + (index % 5),
  1 + (index % 5),
  1 + ((index * 3) % 4),
]);
const asked = momentsOf(['place', 'guides', 'odd'], answers, scale);

describe('what a season says of the indicators', () => {
  it('is that there is too little to say, with the numbers needed, where nothing was asked or scored', () => {
    const texts = findingsOf(none, tune(none)).map((finding) => sentenceOf(finding, 'zh-CN'));
    expect(texts).toEqual([
      '数据不足，暂不能判断指标是否重复、熵权如何：有得分的对象 0 个，至少需要 10 个。',
      '与上一季无从比较：上一季有得分的对象 0 个，至少需要 5 个。',
    ]);
  });

  it('names the question that harms, with alpha before and after', () => {
    const input = { ...none, surveys: 1, answers: 40, moments: [{ parentKey: 'people', ...asked }] };
    const tuning = tune(input);
    const harms = findingsOf(input, tuning).filter(({ kind }) => kind === 'itemHarms');
    expect(harms.map(({ keys, suggestion }) => [keys, suggestion])).toEqual([[['odd'], 'drop']]);
    expect(harms[0]?.figures['alphaWithout']).toBeCloseTo(1, 12);
    expect(sentenceOf(harms[0] ?? never(), 'en')).toMatch(
      /^“离题” does not go with the others of its group: without it alpha rises from 0\.\d\d to 1\.00\.$/,
    );
  });

  it('says nothing of reliability below thirty answers', () => {
    const few = momentsOf(['place', 'guides', 'odd'], answers.slice(0, 29), scale);
    const input = { ...none, surveys: 1, answers: 29, moments: [{ parentKey: 'people', ...few }] };
    const tuning = tune(input);
    expect(tuning.nodes).toEqual([{ key: 'people', name: '满意度', items: 3, answers: 29, alpha: null }]);
    expect(tuning.items.every(({ mean, floor, itemRest }) => mean ?? floor ?? itemRest ?? true)).toBe(true);
    expect(findingsOf(input, tuning)[0]).toMatchObject({
      kind: 'tooFewAnswers',
      figures: { answers: 29, needed: 30 },
    });
  });

  it('finds what everybody answers alike, at the better end of a question that is turned round, too', () => {
    const turned = nodes.map((one) =>
      one.key === 'odd' ? { ...one, leaf: { ...leaf, direction: 'min' as const } } : one,
    );
    const alike = momentsOf(
      ['odd'],
      answers.map(() => [1]),
      scale,
    );
    const input = { ...none, nodes: turned, answers: 40, moments: [{ parentKey: 'people', ...alike }] };
    const tuning = tune(input);
    expect(tuning.items[0]).toMatchObject({ floor: null, ceiling: 1, itemRest: null, alphaWithout: null });
    expect(findingsOf(input, tuning).map(({ kind }) => kind)).toContain('itemCeiling');
  });

  it('E127: tells no share of fewer than five, nor of all but fewer than five', () => {
    const share = (best: number) => {
      const rows = Array.from({ length: 40 }, (_, index) => [index < best ? 5 : 4]);
      const moments = [{ parentKey: 'people', ...momentsOf(['place'], rows, scale) }];
      return tune({ ...none, answers: 40, moments }).items[0]?.ceiling;
    };
    expect([4, 5, 35, 36, 40].map(share)).toEqual([null, 5 / 40, 35 / 40, null, 1]);
  });

  it('finds two that say the same from ten subjects on, weighs by entropy, and tells what moved', () => {
    const subject = (value: number) => ({ place: value, guides: value + 0.01 * (value % 2), odd: 3 });
    const input: TuningInput = {
      ...none,
      weights: [
        { key: 'place', weight: 0.2 },
        { key: 'guides', weight: 0.2 },
        { key: 'odd', weight: 0.6 },
      ],
      subjects: Array.from({ length: 10 }, (_, index) => subject(3 + (index % 3) * 0.5)),
      subjectsBefore: Array.from({ length: 5 }, (_, index) => subject(1.5 + (index % 3) * 0.5)),
    };
    const tuning = tune(input);
    expect(tuning.redundant).toMatchObject([{ firstKey: 'place', secondKey: 'guides', subjects: 10 }]);
    // A constant column spreads nothing: entropy gives it no weight.
    expect(tuning.weights.find(({ key }) => key === 'odd')).toMatchObject({ active: 0.6, entropy: 0 });
    const kinds = findingsOf(input, tuning).map(({ kind, keys }) => `${kind} ${keys.join()}`);
    expect(kinds).toEqual([
      'redundant place,guides',
      'weightsDiffer place',
      'weightsDiffer guides',
      'weightsDiffer odd',
      'drift place',
      'drift guides',
    ]);
    const nine = { ...input, subjects: input.subjects.slice(1) };
    expect([tune(nine).redundant, tune(nine).weights[0]?.entropy]).toEqual([[], null]);
  });
});

function never(): never {
  throw new Error('there is no such finding');
}
