import {
  isLiteralElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { type NoticeKind, noticeKinds, noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import { noticeReasons } from '@gongxiang/contracts/notification/notice-reasons';
import { describe, expect, it } from '@jest/globals';
import { textOfNotice } from './notice-words.js';

const now = new Date('2026-11-20T02:00:00Z');
const about = { loanId: 'loan-1' };

function say(kind: NoticeKind, values: Record<string, string>, locale: 'zh-CN' | 'en' = 'zh-CN') {
  return textOfNotice({ kind, why: 'lends', about, values, timeZone: 'Asia/Shanghai' }, locale, now);
}

describe('the words of a notice', () => {
  it('are in the reader’s language, with times in its zone and a link to what it is about', () => {
    const values = { partyName: '滨江工会', startsAt: '2026-11-21T01:00:00Z' };
    expect(say('loanRequested', values)).toMatchObject({
      heading: '有人申请借用',
      lines: ['滨江工会申请从 11月21日周六 09:00 起借用，请决定。'],
      link: '/loans/loan-1',
    });
    expect(say('loanRequested', values, 'en').lines).toEqual([
      '滨江工会 asks to borrow this from Sat, Nov 21 09:00. Please decide.',
    ]);
  });

  it('leave out a line that needs a value which is not there', () => {
    expect(say('loanRefused', { partyName: '滨江工会' }).lines).toHaveLength(1);
    expect(say('loanRefused', { partyName: '滨江工会', reason: '当天有人用' }).lines).toHaveLength(2);
    expect(say('loanRefused', {}).lines).toEqual([]);
  });

  it('name the year where it is another than the present one', () => {
    expect(say('loanOverdue', { at: '2027-01-01T01:00:00Z' }).lines[0]).toContain('2027年1月1日');
  });
});

describe('the table of kinds', () => {
  const named = (elements: readonly MessageFormatElement[]): string[] =>
    elements.flatMap((element) => [
      ...('value' in element && !isLiteralElement(element) ? [String(element.value)] : []),
      ...(isSelectElement(element) ? Object.values(element.options).flatMap((one) => named(one.value)) : []),
    ]);
  const valuesOf = (line: string): string[] => [...new Set(named(parse(line)))].sort();

  it.each(noticeKinds)('says of %s the same in both languages', (kind) => {
    const { zh, en } = noticeRules[kind];
    expect(zh.title && en.title).not.toBe('');
    // A list in words comes in both languages, each under its own name.
    const said = (line: string): string[] => valuesOf(line).map((name) => name.replace(/(?:Zh|En)$/, ''));
    expect(en.lines.map(said)).toEqual(zh.lines.map(said));
  });

  it.each(noticeKinds)('can be filled for %s', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { lines } = noticeRules[kind][locale === 'en' ? 'en' : 'zh'];
      const values = Object.fromEntries(lines.flatMap(valuesOf).map((name) => [name, '1']));
      const moments = ['at', 'expiresAt', 'startsAt', 'startsAtBefore'].map((name) => [
        name,
        now.toISOString(),
      ]);
      const fen = 'amount' in values ? { fen: '100' } : {};
      const filled = {
        ...values,
        ...Object.fromEntries(moments),
        dueOn: '2026-11-21',
        lastDay: '2026-11-21',
        ...fen,
      };
      expect(say(kind, filled, locale).lines.join()).not.toMatch(/[{}]|undefined|Invalid|NaN/);
    }
  });

  it.each(noticeReasons)('says why for %s', (why) => {
    const notice = { kind: 'message' as const, why, about, values: {}, timeZone: 'Asia/Shanghai' };
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => textOfNotice(notice, locale, now).because);
    expect(zh && en && zh !== en).toBe(true);
  });
});
