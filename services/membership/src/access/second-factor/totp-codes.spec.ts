import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { normaliseFactorCode } from '../recovery-code/code-text.js';
import { acceptedStep, isTotpCode, newTotpSecret, totpUri } from './totp-codes.js';

/** The key of RFC 6238, appendix B. Its codes have eight digits; ours are the last six of them. */
const secret = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number): Date => new Date(seconds * 1_000);

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('is that of RFC 6238 at %i s', (seconds, code, step) => {
    expect(acceptedStep(secret, code, at(seconds), 0)).toBe(step);
  });

  it.each([
    ['in its own step', 45, 0, 1],
    ['one step late', 60, 0, 1],
    ['one step early', 29, 0, 1],
    ['two steps late', 90, 0, null],
    ['a second time', 45, 1, null],
    ['after a newer one', 59, 2, null],
  ])('%s', (_when, seconds, lastStep, step) => {
    expect(acceptedStep(secret, '287082', at(seconds), lastStep)).toBe(step);
  });

  it('is refused where it is wrong', () => {
    expect(acceptedStep(secret, '287083', at(59), 0)).toBeNull();
  });

  it.each([
    ['123456', true],
    ['123 456', true],
    ['１２３４５６', true],
    ['12345', false],
    ['K7MP2-XQABC', false],
  ])('%s has its form: %s', (typed, expected) => {
    expect(isTotpCode(normaliseFactorCode(typed))).toBe(expected);
  });
});

it('a key has 160 bits, and its address names issuer and account', () => {
  const made = newTotpSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(totpUri(made, { issuer: '工享', label: 'zhang.san' }));
  expect(decodeURIComponent(uri.pathname)).toBe('/工享:zhang.san');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({
    issuer: '工享',
    secret: made,
    digits: '6',
    period: '30',
  });
});
