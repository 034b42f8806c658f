import { describe, expect, it } from '@jest/globals';
import { newCode, readCode, readNumber } from './matter-code.js';

describe('a code', () => {
  it('has three groups of four, each character of the alphabet', () => {
    expect(newCode(Uint8Array.from({ length: 12 }, (_none, index) => index * 20))).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/,
    );
    expect(newCode()).not.toBe(newCode());
  });

  it.each([
    ['8WQ4-T2ZK-M7XD', '8WQ4-T2ZK-M7XD'],
    ['8wq4 t2zk m7xd', '8WQ4-T2ZK-M7XD'],
    ['８ＷＱ４－Ｔ２ＺＫ－Ｍ７ＸＤ', '8WQ4-T2ZK-M7XD'],
    ['oWQ4t2zkm7xi', '0WQ4-T2ZK-M7X1'],
  ])('typed as %s is %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each([
    ['20261127-7K3M9QPA', '20261127-7K3M9QPA'],
    ['20261127 7k3m9qpa', '20261127-7K3M9QPA'],
  ])('a number typed as %s is %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });
});
