import { describe, expect, it } from '@jest/globals';
import {
  emptyGroup,
  type GroupForm,
  judgedPreview,
  judgementOf,
  measuredPreview,
  mendingOfGroup,
  pairsOf,
  positionOf,
  positionsOf,
  positionsOfJudges,
  rowsOf,
  sharesOf,
  solvingDefault,
  weighingOf,
  wholeWeights,
  withPosition,
} from './weighing.model.js';

const group = (changed: Partial<GroupForm> = {}): GroupForm => ({
  ...emptyGroup(['max', 'max', 'min']),
  ...changed,
});
const items = { parentKey: 'top', keys: ['a', 'b', 'c'] };

describe('judgements', () => {
  it.each([
    [0, '1'],
    [1, '2'],
    [8, '9'],
    [-1, '1/2'],
    [-8, '1/9'],
    [null, null],
  ])('E133: position %s says that the row matters %s times as much as the column', (position, text) => {
    expect(judgementOf(position)).toBe(text);
  });

  it('stand in the upper triangle, row by row', () => {
    expect(pairsOf(3)).toEqual([
      { row: 0, column: 1 },
      { row: 0, column: 2 },
      { row: 1, column: 2 },
    ]);
    let positions = emptyGroup(['max', 'max', 'max']).positions;
    positions = withPosition(positions, { row: 0, column: 2 }, 4);
    positions = withPosition(positions, { row: 1, column: 2 }, -2);
    expect(judgedPreview(group({ positions }), items.keys, solvingDefault)).toEqual({
      method: 'ahp',
      items: ['a', 'b', 'c'],
      upper: [['1', '5'], ['1/3']],
      ...solvingDefault,
    });
  });

  it('read the other way round where the pair is named so', () => {
    const positions = withPosition(group().positions, { row: 0, column: 2 }, 4);
    expect(positionOf(positions, { row: 2, column: 0 })).toBe(-4);
    expect(
      positionOf(withPosition(positions, { row: 0, column: 2 }, null), { row: 2, column: 0 }),
    ).toBeNull();
  });
});

it('reads judgements as they were sent, whole or in between', () => {
  expect(positionsOf([['1', '5', '1/3'], ['2.5', null], ['1/9']])).toEqual([[0, 4, -2], [2, null], [-8]]);
});

describe('measured values', () => {
  it.each([
    [
      '1\t2\t3\n4\t5\t6\n',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      '0.5, 2，3\n\n 1;2；3 ',
      [
        [0.5, 2, 3],
        [1, 2, 3],
      ],
    ],
    ['1 2 x', null],
    ['', null],
  ])('are read as pasted: %j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('are asked for with the directions that CRITIC needs', () => {
    const rows = '1 2 3\n3 2 1';
    expect(measuredPreview(group({ method: 'entropy', rows }))).toEqual({
      method: 'entropy',
      rows: [
        [1, 2, 3],
        [3, 2, 1],
      ],
    });
    expect(measuredPreview(group({ method: 'critic', rows }))).toMatchObject({
      directions: ['max', 'max', 'min'],
    });
    expect(measuredPreview(group({ method: 'critic', rows: 'x' }))).toBeNull();
    expect(measuredPreview(group({ rows }))).toBeNull();
  });
});

describe('weights', () => {
  it.each([
    [
      ['2', '1', '1'],
      [0.5, 0.25, 0.25],
    ], // 2/4, 1/4, 1/4
    [
      ['0', '1'],
      [0, 1],
    ],
    [['0', '0'], null],
    [['-1', '2'], null],
    [['', '2'], null],
  ])('typed as %j come to the shares %j', (typed, shares) => {
    expect(sharesOf(typed)).toEqual(shares);
  });

  it('multiply down the tree; an only child has all of its parent', () => {
    const leaf = {};
    const nodes = [
      { key: 'g', parentKey: null, leaf: null },
      { key: 'x', parentKey: 'g', leaf },
      { key: 'y', parentKey: 'g', leaf },
      { key: 'h', parentKey: null, leaf: null },
      { key: 'z', parentKey: 'h', leaf },
    ];
    const top = { parentKey: null, keys: ['g', 'h'], weights: [0.75, 0.25] };
    const low = { parentKey: 'g', keys: ['x', 'y'], weights: [0.5, 0.5] };
    // x, y: 0.75 · 0.5 = 0.375; z: 0.25 · 1
    expect(wholeWeights([top, low], nodes)).toEqual([
      { key: 'x', weight: 0.375 },
      { key: 'y', weight: 0.375 },
      { key: 'z', weight: 0.25 },
    ]);
    expect(wholeWeights([top, { ...low, weights: null }], nodes)).toBeNull();
  });

  it('are saved with what their method needs, and nothing else', () => {
    const judged = { upper: [['1', '1'], ['1']], ...solvingDefault };
    const head = { parentKey: 'top', items: ['a', 'b', 'c'] };
    expect(weighingOf(items, group(), solvingDefault)).toEqual({ ...head, method: 'ahp', ...judged });
    expect(weighingOf(items, group({ method: 'direct' }), solvingDefault)).toEqual({
      ...head,
      method: 'direct',
      weights: [1, 1, 1],
    });
    expect(weighingOf(items, group({ method: 'entropy', rows: '1 2 3' }), solvingDefault)).toEqual({
      ...head,
      method: 'entropy',
      rows: [[1, 2, 3]],
    });
    const mixed = group({ method: 'mixture', objective: 'critic', mixture: 'additive', rows: '1 2 3' });
    expect(weighingOf(items, mixed, solvingDefault)).toEqual({
      ...head,
      method: 'mixture',
      ...judged,
      rows: [[1, 2, 3]],
      directions: ['max', 'max', 'min'],
      objective: 'critic',
      mixture: 'additive',
      coefficient: 0.5,
    });
  });

  it('of more than nine items are given directly: judgements go no further', () => {
    expect(emptyGroup(Array.from({ length: 10 }, () => 'max' as const)).method).toBe('direct');
  });
});

describe('judgements that contradict each other', () => {
  it('E134: come with the one to think over, and what would mend it', () => {
    // a twice b, b three times c, and yet c six times a (-5 is 1/6).
    const broken = group({ positions: [[1, -5], [2]] });
    expect(mendingOfGroup(broken, solvingDefault)).toMatchObject({ row: 0, column: 2, value: '6' });
    expect(mendingOfGroup(group({ positions: [[1, 5], [2]] }), solvingDefault)).toBeNull();
    expect(mendingOfGroup(group({ positions: [[1, null], [null]] }), solvingDefault)).toBeNull();
  });
});

describe('the judgements of several judges', () => {
  it('are put to the step nearest to their geometric mean', () => {
    // √(9 · 1) = 3, √(1/4 · 1) = 1/2; what nobody judged stays open
    const judges = [{ upper: [['9', '1/4'], [null]] }, { upper: [['1', '1'], [null]] }];
    expect(positionsOfJudges(judges)).toEqual([[2, -1], [null]]);
    expect(positionsOfJudges([])).toEqual([]);
  });
});
