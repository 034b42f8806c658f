import { describe, expect, it } from '@jest/globals';
import { maskedMail, maskedOpenId, sameAddress, waitForCode, webhookHost } from './notice-address.model.js';

describe('a mail address', () => {
  it.each([
    ['lin@example.com', 'l•••@example.com'],
    ['林@例子.中国', '林•••@例子.中国'],
    ['"a@b"@example.com', '"•••@example.com'],
  ])('%s is shown as %s', (mail, shown) => {
    expect(maskedMail(mail)).toBe(shown);
  });

  it('is the same in capitals', () => {
    expect(sameAddress('Lin@Example.com', 'lin@example.com')).toBe(true);
    expect(sameAddress('lin@example.com', 'wang@example.com')).toBe(false);
  });
});

describe('what WeChat calls a person', () => {
  it.each([
    ['oABCdefGHIjklMNOpqrSTUvwxYZ0', '•••xYZ0'],
    ['', '•••'],
  ])('%s is shown as %s', (openId, shown) => {
    expect(maskedOpenId(openId)).toBe(shown);
  });
});

describe('another code', () => {
  const now = new Date('2026-11-20T02:00:00Z');
  const ago = (...seconds: number[]) => seconds.map((one) => new Date(now.getTime() - one * 1_000));

  it.each([
    ['at once where there was none', [], 0],
    ['a minute after the last', [20], 40],
    ['at once later', [60], 0],
    ['a day after the first of ten', [60, 70, 80, 90, 100, 110, 120, 130, 140, 86_000], 400],
  ])('is sent %s', (_when, seconds, waitSeconds) => {
    expect(waitForCode(ago(...seconds), now)).toBe(waitSeconds * 1_000);
  });
});

describe('a webhook', () => {
  it.each([
    ['https://hooks.example.com:8443/a?b=c', false, 'hooks.example.com'],
    ['http://hooks.example.com/', false, null],
    ['http://localhost:3000/', true, 'localhost'],
    ['https://user:word@hooks.example.com/', false, null],
    ['https://', false, null],
    ['https://[', false, null],
    ['file:///etc/passwd', true, null],
  ])('%s, locally: %s, is told from others by %s', (address, allowsLocal, host) => {
    expect(webhookHost(address, allowsLocal)).toBe(host);
  });
});
