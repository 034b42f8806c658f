import { describe, expect, it } from '@jest/globals';
import i18next, { type i18n } from 'i18next';
import { texts as coreEn } from '../app/texts/en/core.js';
import { texts as seriesEn } from '../areas/activities/texts/en/series.js';
import { texts as coreZh } from '../app/texts/zh-CN/core.js';
import { texts as seriesZh } from '../areas/activities/texts/zh-CN/series.js';
import { dayWords, ruleWords } from './recurrence-words.model.js';
import type { components } from '../api/schema.js';

async function speaking(locale: 'zh-CN' | 'en'): Promise<i18n> {
  const instance = i18next.createInstance();
  const texts = locale === 'en' ? { ...coreEn, ...seriesEn } : { ...coreZh, ...seriesZh };
  await instance.init({
    lng: locale,
    resources: { [locale]: { translation: texts } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  return instance;
}

type SeriesRule = components['schemas']['SeriesRuleView'];

const speakers = { 'zh-CN': await speaking('zh-CN'), en: await speaking('en') };

function said(rule: Partial<SeriesRule>, locale: 'zh-CN' | 'en'): string {
  const whole: SeriesRule = {
    frequency: 'WEEKLY',
    interval: 1,
    weekdays: [],
    monthDays: [],
    months: [],
    positions: [],
    weekStart: 'MO',
    count: 10,
    until: null,
    ...rule,
  };
  return ruleWords(whole, { t: speakers[locale].t, locale });
}

const on = (weekday: 'TU' | 'FR' | 'SU', ordinal: number | null = null) => ({ weekday, ordinal });

describe('a rule in words', () => {
  it.each<[Partial<SeriesRule>, string, string]>([
    [{ weekdays: [on('TU')] }, '每周周二，共 10 次', 'Every week on Tuesday, 10 times'],
    [
      { interval: 2, weekdays: [on('TU'), on('SU')], weekStart: 'SU' },
      '每 2 周的周二、周日（一周从周日算起），共 10 次',
      'Every 2 weeks on Tuesday, Sunday (weeks begin on Sunday), 10 times',
    ],
    [
      { frequency: 'MONTHLY', weekdays: [on('SU', 5)] },
      '每月第五个周日，共 10 次',
      'Every month on the fifth Sunday, 10 times',
    ],
    [
      { frequency: 'MONTHLY', weekdays: [on('SU', -1)] },
      '每月最后一个周日，共 10 次',
      'Every month on the last Sunday, 10 times',
    ],
    [
      { frequency: 'MONTHLY', monthDays: [31], count: null, until: '2027-12-31' },
      '每月31 日，到 2027年12月31日周五 为止',
      'Every month on day 31, until Fri, December 31, 2027',
    ],
    [
      { frequency: 'MONTHLY', weekdays: [on('TU'), on('FR')], positions: [-1] },
      '每月周二、周五中的最后一个，共 10 次',
      'Every month on the last of Tuesday, Friday, 10 times',
    ],
    [
      { frequency: 'YEARLY', months: [3], weekdays: [on('FR', 1)] },
      '每年第一个周五（只在三月），共 10 次',
      'Every year on the first Friday (only in March), 10 times',
    ],
    [{ frequency: 'DAILY', interval: 3 }, '每 3 天，共 10 次', 'Every 3 days, 10 times'],
    [
      { frequency: 'DAILY', weekdays: [on('TU')], months: [2] },
      '每天（只在周二）（只在二月），共 10 次',
      'Every day (only on Tuesday) (only in February), 10 times',
    ],
  ])('E44: %j', (rule, chinese, english) => {
    expect([said(rule, 'zh-CN'), said(rule, 'en')]).toEqual([chinese, english]);
  });

  it('E44: names a month that has no such day', () => {
    expect([dayWords('2027-02', 'zh-CN'), dayWords('2027-02', 'en')]).toEqual(['2027年2月', 'February 2027']);
  });
});
