import { describe, expect, it } from '@jest/globals';
import { type OwnData, passwordFlaw } from './password.model.js';
import { commonPasswords } from './passwords.js';

const own: OwnData = {
  account: 'wei.zhang',
  name: '张伟',
  residentNumber: '420106198003091234',
  phone: '13800001234',
  unionName: '江城重工工会',
};
const nobody: OwnData = { account: null, name: null, residentNumber: null, phone: null, unionName: null };

describe('a password', () => {
  it.each([
    'qwertyuiop',
    'Password12',
    'Basketball',
    'basketball!',
    'iloveyou2026',
    'Ｐａｓｓｗｏｒｄ2026!',
    '1qaz2wsx3edc',
  ])('that many people have is refused: %s', (password) => {
    expect(passwordFlaw(password, own, commonPasswords)).toBe('PASSWORD_COMMON');
  });

  it.each([
    'aaaaaaaaaa',
    '1234567890',
    '0987654321',
    '          ',
    '1122334455',
    'abcabcabcabc',
    'xy7q-xy7q-xy7q',
    '好好好好好好好好好好',
  ])('that repeats or runs on is refused: %s', (password) => {
    expect(passwordFlaw(password, own, commonPasswords)).toBe('PASSWORD_REPEATS');
  });

  it.each([
    ['the login', 'wei.zhang42'],
    ['the login, written differently', 'WeiZhang-2026'],
    ['the name', '张伟@gongxi'],
    ['the resident number', '420106198003091234'],
    ['the end of it', 'gonghui091234'],
    ['the birthday', 'zhang19800309'],
    ['the birthday in short', 'zw-800309-zw'],
    ['the phone', '13800001234'],
    ['the end of the phone', 'tel-00001234'],
    ['the union', '江城重工工会2026'],
    ['several of them', '张伟 wei.zhang 江城重工工会'],
  ])('that is made of %s is refused', (_what, password) => {
    expect(passwordFlaw(password, own, commonPasswords)).toBe('PASSWORD_OWN_DATA');
    expect(passwordFlaw(password, nobody, commonPasswords)).not.toBe('PASSWORD_OWN_DATA');
  });

  it.each([
    'a password for tests only',
    'demo-member-2026',
    'demo-officer-2026',
    'proof-member-2026',
    'correct horse battery staple',
    '我爱江城重工工会食堂的热干面',
    'k7#Vq2!mZp',
  ])('that is hard to guess is taken: %s', (password) => {
    expect(passwordFlaw(password, { ...own, account: 'officer' }, commonPasswords)).toBeNull();
  });

  it('is compared with more than three thousand common ones', () => {
    expect(commonPasswords.size).toBeGreaterThan(3_000);
  });
});
