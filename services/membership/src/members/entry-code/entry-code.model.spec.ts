import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import type { EntryCodeRow } from './entry-code.entity.js';
import { channelOf, judge, maySend, normaliseCode, printedForm } from './entry-code.model.js';
import { newPrintedCode, newTextCode } from './random-code.js';

const now = new Date('2026-03-01T08:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

describe('a code', () => {
  it('of a text message has six digits, a printed one eight characters that nobody takes for another', () => {
    for (let n = 0; n < 200; n += 1) {
      expect(newTextCode()).toMatch(/^\d{6}$/);
      expect(newPrintedCode()).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    }
  });

  it('is understood as it is printed, in small letters, and with the wide characters of a Chinese keyboard', () => {
    expect(printedForm('K7MP2XQA')).toBe('K7MP-2XQA');
    for (const typed of ['K7MP-2XQA', ' k7mp 2xqa ', 'Ｋ７ＭＰ２ＸＱＡ'])
      expect(normaliseCode(typed)).toBe('K7MP2XQA');
    expect(normaliseCode('１２３ 456')).toBe('123456');
    expect([channelOf('K7MP2XQA'), channelOf('123456'), channelOf('')]).toEqual([
      'printed',
      'textMessage',
      'textMessage',
    ]);
  });
});

describe('another message', () => {
  it.each([
    ['the first', [], true],
    ['59 seconds after the last', [ago(59)], false],
    ['a minute after the last', [ago(60)], true],
    ['the fifth of the day', [ago(60), ago(3_600), ago(7_200), ago(9_000)], true],
    ['a sixth of the day', [ago(60), ago(3_600), ago(7_200), ago(9_000), ago(86_000)], false],
  ])('%s', (_which, sentAt, may) => {
    expect(maySend(sentAt, now)).toBe(may);
  });
});

describe('what was typed', () => {
  const code: EntryCodeRow = {
    id: newId(),
    personId: newId(),
    purpose: 'activation',
    channel: 'textMessage',
    codeHash: 'right',
    issuedBy: null,
    pendingChangeId: null,
    createdAt: ago(60),
    expiresAt: new Date(now.getTime() + 1),
    tries: 4,
    usedAt: null,
  };

  it.each([
    ['it is another', code, 'other', 'wrong'],
    ['it is right', code, 'right', 'right'],
    ['it ends at this moment', { ...code, expiresAt: now }, 'right', 'wrong'],
    ['there were five wrong tries at it', { ...code, tries: 5 }, 'right', 'wrong'],
    [
      'there were five at a printed one',
      { ...code, tries: 5, channel: 'printed' as const },
      'right',
      'right',
    ],
    ['it has let somebody in', { ...code, usedAt: ago(1) }, 'right', 'used'],
  ] as const)('%s', (_case, newest, hash, verdict) => {
    expect(judge(newest, hash, now)).toBe(verdict);
  });
});
