import { describe, expect, it } from '@jest/globals';
import { normaliseIdentifier } from './identifier-check.js';

describe('normaliseIdentifier', () => {
  it.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    [' 138 0000\t1234\n', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['13800001234\u200b', '13800001234'], // zero width, as it comes from web pages
    ['11010519491231002\u00d7', '11010519491231002\u00d7'], // the sign of multiplication is no X
    ['江岸区 总工会', '江岸区总工会'],
    ['~!@{|}`[]_', '~!@{|}`[]_'],
    ['', ''],
  ])('makes of "%s" "%s"', (text, expected) => {
    expect(normaliseIdentifier(text)).toBe(expected);
  });

  it('changes nothing that it has made', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    for (const text of ascii) {
      const once = normaliseIdentifier(`A${text}`);
      expect(normaliseIdentifier(once)).toBe(once);
      expect(once).toBe(`A${text.trim().toUpperCase()}`);
    }
  });
});
