import { describe, expect, it } from '@jest/globals';
import { aspectChoices, emptySeason } from './new-efficacy-survey.js';

describe('a new season', () => {
  it.each([
    // 17:30 in London is already the next day, and the next quarter, in Beijing.
    ['2026-09-30T17:30:00Z', '2026-10-01', '2026-12-31'],
    ['2026-02-10T00:00:00Z', '2026-01-01', '2026-03-31'],
    ['2026-05-01T00:00:00Z', '2026-04-01', '2026-06-30'],
  ])('is at first the quarter of %s', (now, from, to) => {
    expect(emptySeason(new Date(now))).toMatchObject({ from, to });
  });

  it('has as aspects whatever has a survey indicator at or below it', () => {
    const leaf = (kind: 'survey' | 'fact') => ({
      kind,
      scaleMin: 1,
      scaleMax: 5,
      direction: 'max' as const,
      function: 'facility' as const,
      business: 'culture' as const,
    });
    const nodes = [
      { key: 'ours', name: '认同感', parentKey: null, leaf: null },
      { key: 'belonging', name: '归属', parentKey: 'ours', leaf: leaf('survey') },
      { key: 'facts', name: '事实', parentKey: null, leaf: null },
      { key: 'came', name: '到场率', parentKey: 'facts', leaf: leaf('fact') },
    ];
    expect(aspectChoices(nodes).map(({ key }) => key)).toEqual(['ours', 'belonging']);
  });
});
