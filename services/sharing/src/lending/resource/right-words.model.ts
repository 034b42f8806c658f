import type { FeeUnit } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { RightStepCode } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { RuleWeekday } from '@gongxiang/contracts/sharing/lending/series-fields';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { type Locale, moneyText } from '@gongxiang/domain';
import { chinaClock } from './china-time.model.js';
import type { RightStep } from './my-right.model.js';
import type { Times } from './terms.model.js';

type Words = Readonly<Record<RightStepCode, (step: RightStep) => string>>;

const businessNames: Readonly<Record<Locale, Readonly<Record<UnionBusiness, string>>>> = {
  'zh-CN': {
    education: '教育',
    culture: '文体',
    publicity: '宣传',
    service: '服务',
    safeguarding: '维护',
    participation: '参与',
    construction: '建设',
  },
  en: {
    education: 'education',
    culture: 'culture and sports',
    publicity: 'publicity',
    service: 'service',
    safeguarding: 'safeguarding',
    participation: 'participation',
    construction: 'construction',
  },
};

const dayNames: Readonly<Record<Locale, Readonly<Record<RuleWeekday, string>>>> = {
  'zh-CN': { MO: '周一', TU: '周二', WE: '周三', TH: '周四', FR: '周五', SA: '周六', SU: '周日' },
  en: { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' },
};

const perUnit: Readonly<Record<Locale, Readonly<Record<FeeUnit, string>>>> = {
  'zh-CN': { hour: '每小时', day: '每天（24 小时）', loan: '每次' },
  en: { hour: 'an hour', day: 'a day (24 hours)', loan: 'a loan' },
};

const quotaUnits = { hours: '小时', loans: '次', pieces: '件' } as const;

const zh: Words = {
  OWN: () => '本工会自有，无需批准',
  AUTOMATIC: () => '时间空闲就立即借到，无需等待批准',
  CUSTODIAN_OR_REFUSED: ({ count }) =>
    `由所属方在 ${count ?? 0} 小时内决定，这段时间为您保留；逾期未决定视为未批准`,
  CUSTODIAN_OR_APPROVED: ({ count }) =>
    `由所属方在 ${count ?? 0} 小时内决定，这段时间为您保留；逾期未决定视为批准`,
  FREE: () => '免费',
  COST_SHARE: ({ price }) => (price?.text ? `分摊费用：${price.text}` : '分摊费用'),
  FEE: (step) => `使用费${priceOf(step, 'zh-CN')}${totalOf(step, (total) => `，本次共 ${total}`)}`,
  DEPOSIT: ({ price }) => `押金 ${yuan(price?.depositFen)}，全部归还后退回`,
  ONLY_FOR: ({ businesses }) => `仅用于：${purposes(businesses, 'zh-CN')}`,
  ONLY_AT: ({ times }) => `仅限：${timesText(times, 'zh-CN')}`,
  HOURS_LEFT: ({ count }) => `当月还可用 ${count ?? 0} 小时`,
  LOANS_LEFT: ({ count }) => `当月还可借 ${count ?? 0} 次`,
  PIECES_LEFT: ({ count }) => `当月还可借 ${count ?? 0} 件`,
  ENDS: ({ at }) => `使用权到 ${clock(at)} 为止`,
  NO_UNION: () => '加入工会后可以借用',
  NO_GRANT: () => '现有的使用权都没有包括您的工会。可以请所属方授权，或发布需求',
  STARTS_LATER: ({ at }) => `使用权从 ${clock(at)} 才开始，请改用之后的时间`,
  TERM_TOO_SHORT: ({ at }) => `使用权到 ${clock(at)} 为止，请在此之前归还，或请所属方延长`,
  SAY_WHAT_FOR: ({ businesses }) => `请选择用途，这项使用权仅用于：${purposes(businesses, 'zh-CN')}`,
  OTHER_PURPOSE: ({ businesses }) => `这项使用权仅用于：${purposes(businesses, 'zh-CN')}`,
  OTHER_TIME: ({ times }) => `请改到允许的时间：${timesText(times, 'zh-CN')}`,
  QUOTA_USED: ({ unit, count, at }) =>
    `当月额度不够，还剩 ${count ?? 0} ${quotaUnits[unit ?? 'hours']}，${clock(at)} 起重新计算`,
  WITHDRAWN: () => '这项资源已停止出借',
};

const en: Words = {
  OWN: () => 'It is your own, and needs no approval',
  AUTOMATIC: () => 'Where the time is free it is yours at once, without waiting for approval',
  CUSTODIAN_OR_REFUSED: ({ count }) =>
    `The owner decides within ${count ?? 0} hours, and the time is kept for you; undecided by then, it is refused`,
  CUSTODIAN_OR_APPROVED: ({ count }) =>
    `The owner decides within ${count ?? 0} hours, and the time is kept for you; undecided by then, it is approved`,
  FREE: () => 'Free of charge',
  COST_SHARE: ({ price }) => (price?.text ? `The cost is shared: ${price.text}` : 'The cost is shared'),
  FEE: (step) => `A fee of ${priceOf(step, 'en')}${totalOf(step, (total) => `, ${total} in all`)}`,
  DEPOSIT: ({ price }) => `A deposit of ${yuan(price?.depositFen)}, given back when all is back`,
  ONLY_FOR: ({ businesses }) => `Only for: ${purposes(businesses, 'en')}`,
  ONLY_AT: ({ times }) => `Only at: ${timesText(times, 'en')}`,
  HOURS_LEFT: ({ count }) => `${count ?? 0} hours left in that month`,
  LOANS_LEFT: ({ count }) => `${count ?? 0} loans left in that month`,
  PIECES_LEFT: ({ count }) => `${count ?? 0} pieces left in that month`,
  ENDS: ({ at }) => `The right ends at ${clock(at)}`,
  NO_UNION: () => 'Members of a union can borrow',
  NO_GRANT: () => 'No right of use takes in your union. Ask the owner for one, or post a need',
  STARTS_LATER: ({ at }) => `The right begins at ${clock(at)}; please choose a later time`,
  TERM_TOO_SHORT: ({ at }) =>
    `The right ends at ${clock(at)}; please return it before, or ask the owner for longer`,
  SAY_WHAT_FOR: ({ businesses }) =>
    `Please say what it is for; the right is only for: ${purposes(businesses, 'en')}`,
  OTHER_PURPOSE: ({ businesses }) => `The right is only for: ${purposes(businesses, 'en')}`,
  OTHER_TIME: ({ times }) => `Please choose a time that it allows: ${timesText(times, 'en')}`,
  QUOTA_USED: ({ unit, count, at }) =>
    `The month's quota does not suffice: ${count ?? 0} ${unit ?? 'hours'} left; it begins anew at ${clock(at)}`,
  WITHDRAWN: () => 'The resource is withdrawn',
};

const words: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en };

/** A step in words, in one language; times are in China's zone. */
export function rightWords(step: RightStep, locale: Locale): string {
  return words[locale][step.code](step);
}

function priceOf({ price }: RightStep, locale: Locale): string {
  const unit = perUnit[locale][price?.per ?? 'loan'];
  const amount = yuan(price?.feeFen);
  return locale === 'en' ? `${amount} ${unit}` : `${unit} ${amount}`;
}

function totalOf({ fee }: RightStep, say: (total: string) => string): string {
  return fee === null || fee === undefined ? '' : say(yuan(fee));
}

function yuan(fen: bigint | null | undefined): string {
  return moneyText(fen ?? 0n);
}

function purposes(businesses: readonly UnionBusiness[] | undefined, locale: Locale): string {
  return (businesses ?? []).map((one) => businessNames[locale][one]).join(locale === 'en' ? ', ' : '、');
}

function timesText(times: Times | undefined, locale: Locale): string {
  const days = (times?.weekdays ?? []).map((day) => dayNames[locale][day]);
  const hours = times?.from ? `${times.from}–${times.until ?? ''}` : '';
  return [days.join(locale === 'en' ? ', ' : '、'), hours].filter((part) => part !== '').join(' ');
}

function clock(at: Date | undefined): string {
  return at === undefined ? '' : chinaClock(at);
}
