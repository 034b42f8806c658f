import type { MatchReasonCode, ResourceFunction, UnionBusiness } from '@gongxiang/contracts';
import type { Locale } from '@gongxiang/domain';
import type { MatchReason } from './match.model.js';

type Words = Readonly<Record<Locale, string>>;

/** `{name}` is replaced by the parameter of that name. */
const texts: Readonly<Record<MatchReasonCode, Words>> = {
  FUNCTION_FITS: { 'zh-CN': '资源功能相符：{function}', en: 'The function fits: {function}' },
  BUSINESS_FITS: { 'zh-CN': '业务相符：{business}', en: 'The business fits: {business}' },
  CAPACITY_FITS: {
    'zh-CN': '可容纳 {capacity} 人，需要 {needed} 人',
    en: 'Holds {capacity} people, {needed} needed',
  },
  CAPACITY_SHORT: {
    'zh-CN': '仅可容纳 {capacity} 人，需要 {needed} 人',
    en: 'Holds only {capacity} people, {needed} needed',
  },
  SKILL_FITS: { 'zh-CN': '技能相符：{skill}', en: 'The skill fits: {skill}' },
  AVAILABLE: { 'zh-CN': '所需时段全部空闲', en: 'Free in every window' },
  AVAILABLE_IN_PART: {
    'zh-CN': '{windows} 个时段中有 {free} 个空闲',
    en: 'Free in {free} of {windows} windows',
  },
  NOT_AVAILABLE: { 'zh-CN': '所需时段均已被占用', en: 'Taken in every window' },
  RIGHT_AUTOMATIC: {
    'zh-CN': '已有使用权，自动批准',
    en: 'A right of use covers it, approved automatically',
  },
  RIGHT_ON_APPROVAL: {
    'zh-CN': '已有使用权，须管理方批准',
    en: 'A right of use covers it, with the custodian’s approval',
  },
  NO_RIGHT_YET: { 'zh-CN': '尚无使用权，可由所有方授予', en: 'No right of use yet; the owner may grant one' },
  DISTANCE: { 'zh-CN': '相距 {kilometres} 公里', en: '{kilometres} km away' },
  SAME_DISTRICT: { 'zh-CN': '同在{district}', en: 'In the same district, {district}' },
  FREE: { 'zh-CN': '免费', en: 'Free of charge' },
  COST_SHARED: { 'zh-CN': '须分摊费用', en: 'The cost is shared' },
  SMALL_MICRO_FIRST: {
    'zh-CN': '所有方优先小微企业',
    en: 'The owner puts small and micro enterprises first',
  },
};

export const functionWords: Readonly<Record<ResourceFunction, Words>> = {
  information: { 'zh-CN': '信息', en: 'information' },
  facility: { 'zh-CN': '设施', en: 'facility' },
  management: { 'zh-CN': '管理', en: 'management' },
  service: { 'zh-CN': '服务', en: 'service' },
  people: { 'zh-CN': '人力', en: 'people' },
};

export const businessWords: Readonly<Record<UnionBusiness, Words>> = {
  education: { 'zh-CN': '教育', en: 'education' },
  culture: { 'zh-CN': '文体', en: 'culture and sport' },
  publicity: { 'zh-CN': '宣传', en: 'publicity' },
  service: { 'zh-CN': '服务', en: 'service' },
  safeguarding: { 'zh-CN': '维护', en: 'safeguarding of rights' },
  participation: { 'zh-CN': '参与', en: 'participation' },
  construction: { 'zh-CN': '建设', en: 'construction' },
};

/** A reason in the words of the reader's language. */
export function reasonText({ code, params }: MatchReason, locale: Locale): string {
  return texts[code][locale].replace(/\{(\w+)\}/g, (_hole, name: string) =>
    word(name, params[name] ?? '', locale),
  );
}

function word(name: string, value: string | number, locale: Locale): string {
  const words: Readonly<Record<string, Words>> =
    name === 'function' ? functionWords : name === 'business' ? businessWords : {};
  return words[value]?.[locale] ?? String(value);
}
