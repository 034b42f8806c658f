import type { FundRuleKind } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import type { FundMeasure } from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { moneyText, type Locale } from '@gongxiang/domain';

const kindTexts: Readonly<Record<FundRuleKind, { readonly 'zh-CN': string; readonly en: string }>> = {
  prizeShare: { 'zh-CN': '获奖人数占参加人数的比例', en: 'share of participants who win prizes' },
  prizeAmount: { 'zh-CN': '单项奖品金额', en: 'amount of a single prize' },
  souvenirAmount: { 'zh-CN': '人均纪念品金额', en: 'souvenirs a head' },
  giftNotCash: { 'zh-CN': '节日慰问不得发放现金', en: 'festival gifts are never cash' },
  outingSameDay: { 'zh-CN': '春游秋游当日往返', en: 'outings return the same day' },
  mealAmount: { 'zh-CN': '每人每天餐费', en: 'meals a head and day' },
  lodgingAmount: { 'zh-CN': '每人每晚住宿费', en: 'lodging a head and night' },
  feeAmount: { 'zh-CN': '每小时讲课费', en: 'speakers’ fee an hour' },
  expenseBarred: { 'zh-CN': '经费来源不得用于该支出科目', en: 'money that may not be spent on the code' },
  welfareAmount: { 'zh-CN': '每名会员全年集体福利', en: 'welfare a member and year' },
  budgetShare: { 'zh-CN': '科目占全年预算的比例', en: "share of the year's budget for the code" },
};

/** The localised name of a kind of rule. */
export function ruleText(kind: FundRuleKind, locale: Locale): string {
  return kindTexts[kind][locale];
}

/** The localised text of a figure in a breach: `¥400.00`, `每件 ¥800.00`, `66 人`, `1 天`. */
export function measureText(value: bigint, measure: FundMeasure, locale: Locale): string {
  if (measure === 'money') return moneyText(value);
  if (measure === 'perPiece') {
    const each = moneyText(value);
    return locale === 'zh-CN' ? `每件 ${each}` : `${each} each`;
  }
  if (locale === 'zh-CN') return `${value} ${measure === 'heads' ? '人' : '天'}`;
  return `${value} ${measure === 'heads' ? 'people' : 'days'}`;
}
