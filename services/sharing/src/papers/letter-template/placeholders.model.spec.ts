import { describe, expect, it } from '@jest/globals';
import { letterPlaceholders } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import {
  type LetterFacts,
  requireKnown,
  sampleOf,
  shownCode,
  valuesOf,
  warningsOf,
} from './placeholders.model.js';

const facts: LetterFacts = {
  activityTitle: '健步走',
  startsAt: '2026-11-21T17:00:00Z',
  endsAt: '2026-11-21T19:00:00Z',
  timeZone: 'Asia/Shanghai',
  venue: null,
  organiserName: '甲工会',
  coHostNames: ['乙工会', '丙工会'],
  issuerName: '甲工会',
  issuedOn: '2026-11-23',
};
const holder = { name: '张三', number: '2026-000007', code: 'K7QM2XRT9WDH', companions: 2 };

describe('what stands in place of placeholders', () => {
  it('has every name, Chinese and English', () => {
    const names = Object.entries(letterPlaceholders).flat();
    expect(Object.keys(valuesOf(facts, holder)).sort()).toEqual([...names].sort());
  });

  it('says days in the zone of the activity, once where it is one', () => {
    // 17:00 UTC is 01:00 of the next day in Shanghai.
    expect(valuesOf(facts, holder)).toMatchObject({ 日期: '2026年11月22日', date: 'November 22, 2026' });
    const long = { ...facts, endsAt: '2026-11-23T02:00:00Z' };
    expect(valuesOf(long, holder)).toMatchObject({ 日期: '2026年11月22日至2026年11月23日' });
  });

  it('joins hosts as each language does, and leaves no place empty by a word', () => {
    const said = valuesOf(facts, holder);
    expect([said['协办'], said['coHosts'], said['地点']]).toEqual(['乙工会、丙工会', '乙工会, 丙工会', '']);
    expect([said['同行人数'], said['编号'], said['核验码']]).toEqual(['2', '2026-000007', 'K7QM-2XRT-9WDH']);
  });

  it.each([
    ['K7QM2XRT9WDH', 'K7QM-2XRT-9WDH'],
    ['ABCD', 'ABCD'],
    ['', ''],
  ])('shows the code %j as %j', (code, shown) => expect(shownCode(code)).toBe(shown));
});

describe('the placeholders of a template', () => {
  it('are all known, or each that is not is named', () => {
    expect(() => requireKnown(['姓名', 'number'])).not.toThrow();
    expect(() => requireKnown(['姓名', '身份证号'])).toThrow(
      expect.objectContaining({ code: 'PLACEHOLDER_UNKNOWN' }),
    );
    expect(() => requireKnown(['手机', '身份证号', '姓名'])).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        errors: [
          { pointer: '/fileKey', code: 'PLACEHOLDER_UNKNOWN', params: { name: '手机' } },
          { pointer: '/fileKey', code: 'PLACEHOLDER_UNKNOWN', params: { name: '身份证号' } },
        ],
      }),
    );
  });

  it.each([
    ['certificate', ['活动'], ['noName']],
    ['certificate', ['name'], []],
    ['invitation', ['活动'], []],
  ] as const)('of a %s, %j, warn of %j', (kind, placeholders, expected) => {
    expect(warningsOf([], { kind, placeholders, lacksCharacters: false })).toEqual(expected);
  });

  it('warn of characters that no font has', () => {
    const template = { kind: 'thanks', placeholders: ['姓名'], lacksCharacters: true } as const;
    expect(warningsOf(['list'], template)).toEqual(['list', 'rareCharacters']);
  });

  it('are filled in a sample with nothing of a person', () => {
    expect(sampleOf('甲工会', '2026-11-21')).toMatchObject({ 签发单位: '甲工会', 编号: '2026-000001' });
  });
});
