import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeAlphabet, labelCode, readCode, shownCode } from './label-code.model.js';

const anyCode = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(labelCode);

describe('the code on a label', () => {
  it('sums to nothing by 31 with its check sign', () => {
    // Of 2, 3, 4 … the values are 0, 1, 2 …: 1·1 + 2·2 + 3·3 + 4·4 + 5·5 + 6·6 + 7·7 = 140; with 8·29 = 232 it is 372 = 12·31.
    expect(labelCode(Uint8Array.from([1, 2, 3, 4, 5, 6, 7]))).toBe(`3456789${codeAlphabet.charAt(29)}`);
  });

  it('is read as it is printed, typed in small letters, in full width or with spaces', () => {
    const code = labelCode(Uint8Array.from([30, 1, 17, 4, 22, 6, 9]));
    for (const typed of [
      code,
      shownCode(code),
      shownCode(code).toLowerCase(),
      ` ${code.split('').join(' ')} `,
    ]) {
      expect(readCode(typed)).toBe(code);
    }
    const fullWidth = [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
    expect(readCode(fullWidth)).toBe(code);
  });

  it.each(['', 'ABC', '0O1ILAAA', '3456789', '34567893Z', '💡💡💡💡💡💡💡💡'])('%j is none', (text) => {
    expect(readCode(text)).toBeNull();
  });

  it('every sign that is misread is noticed, and every two that are swapped', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(7), fc.nat(7), fc.nat(30), (code, one, other, sign) => {
        const signs = [...code];
        const misread = signs.with(one, codeAlphabet.charAt(sign)).join('');
        expect(readCode(misread)).toBe(misread === code ? code : null);
        const swapped = signs
          .with(one, signs[other] ?? '')
          .with(other, signs[one] ?? '')
          .join('');
        expect(readCode(swapped)).toBe(swapped === code ? code : null);
      }),
    );
  });
});
