import { describe, expect, it } from '@jest/globals';
import { hideNumbers, plainFigures } from './index.js';

describe('a number that is to be hidden', () => {
  const hide = (plain: string): string => `${plain.slice(0, 4)}…${plain.slice(-2)}`;

  it.each([
    ['plain', '420199196602132004', '4201…04'],
    ['full-width', '４２０１９９１９６６０２１３２００４', '4201…04'],
    ['half in one and half in the other', '420199１９６６０２１３2004', '4201…04'],
    ['grouped by blanks', '420199 19660213 2004', '4201…04'],
    ['grouped by ideographic blanks', '４２０１９９\u3000１９６６０２１３\u3000２００４', '4201…04'],
    ['grouped by dots', '420199.19660213.2004', '4201…04'],
    ['grouped by full-width dots and hyphens', '４２０１９９．１９６６０２１３－２００４', '4201…04'],
    ['with a full-width X at its end', '１１０１０５１９４９１２３１００２Ｘ', '1101…2X'],
    ['within a sentence', '电话１３８００００１２３４，请回电', '电话1380…34，请回电'],
    ['a phone with hyphens', '138-0000-1234', '1380…34'],
  ])('is found %s', (_how, text, expected) => {
    expect(hideNumbers(text, 8, hide)).toBe(expected);
  });

  it.each(['2026 年 11 月', '３月２０日 14:30', '1,234.50 元', '12 人，34 人，56 人，78 人', '第7车 8号'])(
    'is not seen in "%s"',
    (text) => {
      expect(hideNumbers(text, 8, hide)).toBe(text);
    },
  );
});

it.each([
  ['１２３４．５０', '1234.50'],
  [' １３８ ００００\u3000１２３４ ', '13800001234'],
  ['ＺＺ２０２６－００１', 'ZZ2026-001'],
  ['zz-7', 'zz-7'],
])('%j is read as %s', (text, plain) => {
  expect(plainFigures(text)).toBe(plain);
});
