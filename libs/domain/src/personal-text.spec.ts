import { describe, expect, it } from '@jest/globals';
import { maskName, maskPhone, maskResidentNumber, normaliseName } from './personal-text.js';

describe('normaliseName', () => {
  it.each(['·', '•', '‧', '・', '．', '･', '∙', '⋅', ' · '])('E113: makes "%s" the one middle dot', (dot) => {
    expect(normaliseName(`买买提${dot}艾力`)).toBe('买买提·艾力');
  });

  it.each([
    ['trims', '  张三\u3000', '张三'],
    ['composes', 'Jose\u0301', 'Jos\u00e9'],
    ['keeps the space within', 'Anna Maria', 'Anna Maria'],
    ['makes one space of several, and of a line break', 'Anna \n Maria', 'Anna Maria'],
    ['drops what pads a short name in a roster', '李\u3000四', '李四'],
    ['drops every blank between Chinese characters', ' 欧 阳\u00a0娜\n娜 ', '欧阳娜娜'],
    ['keeps the space between two scripts', '李 Anna', '李 Anna'],
    ['E113: keeps a long name', '阿卜杜热西提·买买提明·艾合买提江', '阿卜杜热西提·买买提明·艾合买提江'],
    ['E113: keeps a character beyond the basic plane', '𠮷田𬱖', '𠮷田𬱖'],
  ])('%s', (_, name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });
});

describe('maskName', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['张', '张'],
    ['', ''],
    ['𠮷田', '𠮷*'], // E113: the first is two UTF-16 units
    ['王𬱖', '王*'],
    ['买买提•艾力', '买*****'],
  ])('E113: shows %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('the masks of numbers', () => {
  it('show the first four and last two of a resident number', () => {
    expect(maskResidentNumber('11010519491231002X')).toBe('1101************2X'); // 4 + 12 + 2 = 18
  });

  it('show the first three and last four of a phone number', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
  });

  it.each(['', '123', '1234567', '1234567890'])(
    'hide "%s" whole, being too short to hide its middle',
    (text) => {
      expect(maskPhone(text)).toBe('*'.repeat(text.length));
    },
  );
});
