import { describe, expect, it } from '@jest/globals';
import { indicatorTemplateKeys } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { resourceFunctions, unionBusinesses } from '@gongxiang/contracts/sharing/sharing-events';
import { checkTree, siblingsOf, weighedLeaves } from '../indicator-system/indicator-tree.model.js';
import { computeWeights } from '../weight/weight-version.model.js';
import { templateNodes, templatesIn, templateWeighings } from './templates.js';

describe.each(indicatorTemplateKeys)('the template %s', (key) => {
  const nodes = templateNodes(key, 'zh-CN');

  it('is a tree that can be saved as it is', () => {
    expect(() => checkTree(nodes)).not.toThrow();
    expect(nodes.every(({ key: own, name }) => own.length <= 40 && name.length <= 100)).toBe(true);
  });

  it('comes with weights for every group that needs some, and no others', () => {
    const needed = siblingsOf(nodes).filter(({ keys }) => keys.length > 1);
    expect(templateWeighings(key).map(({ parentKey, items }) => ({ parentKey, keys: items }))).toEqual(
      needed,
    );
    const { indicators, acceptable } = computeWeights(nodes, templateWeighings(key));
    expect(acceptable).toBe(true);
    expect(indicators.map((one) => one.key).sort()).toEqual(
      weighedLeaves(nodes)
        .map((one) => one.key)
        .sort(),
    );
    expect(indicators.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('says in English what it says in Chinese', () => {
    const english = templateNodes(key, 'en');
    expect(english.map((node) => ({ ...node, name: '' }).key)).toEqual(nodes.map((node) => node.key));
    const hasHan = (text: string | null | undefined): boolean => /\p{Script=Han}/u.test(text ?? '');
    expect(
      english.filter(({ name, leaf }) => hasHan(name) || hasHan(leaf?.unit) || hasHan(leaf?.figure)),
    ).toEqual([]);
    expect(nodes.every(({ name }) => hasHan(name))).toBe(true);
  });
});

describe('the template of the mechanism', () => {
  it('asks for identification and satisfaction in each of the 5 × 7 cells', () => {
    const cells = templateNodes('sharingMechanism', 'zh-CN').flatMap(({ leaf }) =>
      leaf === null ? [] : [`${leaf.function}.${leaf.business}`],
    );
    const all = resourceFunctions.flatMap((one) => unionBusinesses.map((other) => `${one}.${other}`));
    expect(cells.toSorted()).toEqual([...all, ...all].sort());
  });

  it('weighs each of its questions alike: one of 70', () => {
    const { indicators } = computeWeights(
      templateNodes('sharingMechanism', 'en'),
      templateWeighings('sharingMechanism'),
    );
    // ½ · ⅕ · 1/7
    expect(indicators.every(({ weight }) => Math.abs(weight - 1 / 70) < 1e-12)).toBe(true);
  });
});

it('there are four, each with what it is for', () => {
  expect(templatesIn('en').map(({ name }) => name)).toEqual([
    'Satisfaction with an activity',
    'Grading of clubs',
    'Efficacy of a resource',
    'Efficacy of the sharing mechanism',
  ]);
});
