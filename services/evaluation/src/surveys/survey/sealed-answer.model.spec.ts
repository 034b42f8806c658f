import { describe, expect, it } from '@jest/globals';
import { padded } from '../../reference/sealing/padding.model.js';
import { choicesIn, partsOf, textIn } from './sealed-answer.model.js';

const questions = [
  { key: 'liked', text: '满意吗', kind: 'likert' as const },
  { key: 'again', text: '推荐吗', kind: 'nps' as const },
  {
    key: 'way',
    text: '怎样来的',
    kind: 'choice' as const,
    choices: ['bus', 'underground'].map((key) => ({ key, text: key })),
  },
  { key: 'words', text: '建议', kind: 'text' as const },
  { key: 'more', text: '还有', kind: 'text' as const },
];

describe('the parts of an answer', () => {
  it('give back what was answered', () => {
    const { choices, texts } = partsOf(
      questions,
      {
        way: 'bus',
        liked: 3,
        again: 10,
        words: '一行\n两行 😀',
      },
      2_000,
    );
    expect(choicesIn(choices, questions)).toEqual({ liked: 3, again: 10, way: 'bus' });
    expect(texts.map(textIn)).toEqual([
      { key: 'words', text: '一行\n两行 😀' },
      { key: 'more', text: '' },
    ]);
  });

  it.each([
    ['no JSON', 'canary'],
    ['no object', 'null'],
    ['a question that was not asked', '{"liked":1,"again":0,"way":"bus","more":"","else":1}'],
    ['a question that is left out', '{"liked":1,"again":0}'],
    ['a step that there is not', '{"liked":6,"again":0,"way":"bus"}'],
    ['a choice that there is not', '{"liked":1,"again":0,"way":"boat"}'],
  ])('are none where somebody else has sealed something: %s', (_what, sealed) => {
    expect(choicesIn(padded(sealed, 100), questions)).toBeNull();
  });

  it.each([
    [{ liked: 1, again: 0, way: 'bus' }],
    [{ liked: 5, again: 10, way: 'underground', words: '字'.repeat(2_000), more: '😀'.repeat(1_000) }],
    [{ liked: 5, again: 10, way: 'underground', words: '\u0001"\\\ud800'.repeat(500) }],
  ])('have the same sizes whatever was answered (%#)', (answers) => {
    const { choices, texts } = partsOf(questions, answers, 2_000);
    expect(choices).toHaveLength(JSON.stringify({ liked: '1', again: '10', way: 'underground' }).length);
    expect(texts.map(({ length }) => length)).toEqual(['words', 'more'].map((key) => key.length + 1 + 6_000));
  });
});
