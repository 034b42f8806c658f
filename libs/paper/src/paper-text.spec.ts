import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawable, linesOf, type Typeface, widthOf } from './paper-text.js';

/** Letters of ASCII are half as wide as Chinese characters; what is beyond the BMP is lacking. */
const face: Typeface = {
  has: (codePoint) => codePoint >= 0x20 && codePoint <= 0xffff && codePoint !== 0x4dae,
  widthOf: (codePoint) => (codePoint < 0x80 ? 0.5 : 1),
};

describe('text that a font can draw', () => {
  it.each([
    ['张三', '张三', []],
    ['䶮𠮷', '〈U+4DAE〉〈U+20BB7〉', [0x4dae, 0x20bb7]],
    ['a\u0001b', 'a〈U+0001〉b', [1]],
    ['葛\u{E0100}城', '葛〈U+E0100〉城', [0xe0100]],
    ['一\r\n二\t三\u2028四', '一 二 三 四', []],
    ['', '', []],
  ])('of %j is %j', (text, expected, missing) => {
    expect(drawable(text, face)).toEqual({ text: expected, missing });
  });

  it('never loses a character: it stands there, or its code point does', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
      const drawn = drawable(text, face).text.replace(/〈U\+([0-9A-F]+)〉/g, (_all, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      expect(drawn.replace(/\s+/g, ' ')).toBe(text.replace(/\s|\u0085/gu, ' ').replace(/ +/g, ' '));
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('lines', () => {
  it.each([
    ['', 4, ['']],
    ['工会活动费用', 4, ['工会活动', '费用']],
    ['工会活动，费用', 4, ['工会活', '动，费用']],
    ['甲乙（丙）', 3, ['甲乙', '（丙）']],
    ['spring outing', 4, ['spring', 'outing']],
    ['春 outing', 4, ['春', 'outing']],
    ['abcdefghij', 2, ['abcd', 'efgh', 'ij']],
    ['工abcdefghij会', 3, ['工', 'abcdef', 'ghij会']],
    ['-1,234.56', 10, ['-1,234.56']],
  ])('of %j, %i wide, are %j', (text, width, expected) => {
    expect(linesOf(text, face, width)).toEqual(expected);
  });

  it('hold every character of the text, in its order, and none is too wide but a mark that hangs', () => {
    const letters = fc.constantFrom(...'工会活动，。（）ab c1,-');
    const property = fc.property(fc.array(letters), fc.integer({ min: 2, max: 12 }), (text, width) => {
      const lines = linesOf(text.join(''), face, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.join('').replaceAll(' ', ''));
      expect(Math.max(...lines.map((line) => widthOf(line, face)))).toBeLessThanOrEqual(width);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
