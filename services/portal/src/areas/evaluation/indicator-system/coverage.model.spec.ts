import { describe, expect, it } from '@jest/globals';
import { axesOf, coverageOf } from './coverage.model.js';
import { surveyLeaf } from './indicator-leaf.model.js';

const stage = (value: string) => ({ axes: [{ axis: '阶段', value }] });
const nodes = [
  { name: '组', leaf: null },
  { name: '一', leaf: { ...surveyLeaf, function: 'people' as const, ...stage('筹备') } },
  { name: '二', leaf: { ...surveyLeaf, function: 'people' as const, ...stage('现场') } },
  { name: '三', leaf: { ...surveyLeaf, ...stage('现场') } },
];

describe('what a system covers', () => {
  it('is told cell by cell, also of those that are empty', () => {
    const cells = coverageOf(nodes, ['service', 'people'], ['participation', 'culture']);
    expect(cells.map(({ names }) => names)).toEqual([['三'], [], ['一', '二'], []]);
  });

  it('is told of each further axis', () => {
    expect(axesOf(nodes)).toEqual([
      {
        axis: '阶段',
        values: [
          { value: '筹备', count: 1 },
          { value: '现场', count: 2 },
        ],
      },
    ]);
  });
});
