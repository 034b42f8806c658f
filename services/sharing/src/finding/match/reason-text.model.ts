import type { MatchReasonCode } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { NeedAudience } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Locale } from '@gongxiang/domain';
import type { MatchReason } from '../../lending/need/want.model.js';

type Words = Readonly<Record<Locale, string>>;

/** `{name}` is replaced by the parameter of that name. */
const texts: Readonly<Record<MatchReasonCode, Words>> = {
  FUNCTION_FITS: { 'zh-CN': '资源功能相符：{function}', en: 'The function fits: {function}' },
  BUSINESS_FITS: { 'zh-CN': '业务相符：{business}', en: 'The business fits: {business}' },
  OTHER_BUSINESS: { 'zh-CN': '不面向{business}业务', en: 'Not meant for {business}' },
  CAPACITY_FITS: {
    'zh-CN': '可容纳 {capacity} 人，需要 {needed} 人',
    en: 'Holds {capacity} people, {needed} needed',
  },
  CAPACITY_SHORT: {
    'zh-CN': '仅可容纳 {capacity} 人，需要 {needed} 人',
    en: 'Holds only {capacity} people, {needed} needed',
  },
  PIECES_FIT: { 'zh-CN': '有 {pieces} 件，需要 {needed} 件', en: '{pieces} pieces, {needed} needed' },
  PIECES_SHORT: {
    'zh-CN': '仅有 {pieces} 件，需要 {needed} 件',
    en: 'Only {pieces} pieces, {needed} needed',
  },
  SEATS_FREE: {
    'zh-CN': '还有 {seats} 个名额，需要 {needed} 个',
    en: '{seats} seats are free, {needed} needed',
  },
  SEATS_SHORT: {
    'zh-CN': '只剩 {seats} 个名额，需要 {needed} 个',
    en: 'Only {seats} seats are free, {needed} needed',
  },
  SKILL_MISSING: { 'zh-CN': '没有写明“{skill}”', en: 'It does not say “{skill}”' },
  AUDIENCE_FITS: { 'zh-CN': '适合{audience}', en: 'Meant for {audience}' },
  SKILL_FITS: { 'zh-CN': '写明了“{skill}”', en: 'It says “{skill}”' },
  AVAILABLE: { 'zh-CN': '所需时段全部空闲', en: 'Free in every window' },
  AVAILABLE_IN_PART: {
    'zh-CN': '{windows} 个时段中有 {free} 个空闲',
    en: 'Free in {free} of {windows} windows',
  },
  NOT_AVAILABLE: { 'zh-CN': '所需时段均已被占用', en: 'Taken in every window' },
  HELD_THEN: { 'zh-CN': '举办时间合适', en: 'It is held at that time' },
  ANY_DAY: { 'zh-CN': '可在合适的日子举办', en: 'It can be held on a day that suits' },
  SAME_TIME: { 'zh-CN': '双方有共同的时间', en: 'There is a time that suits both' },
  RIGHT_AUTOMATIC: {
    'zh-CN': '已有使用权，自动批准',
    en: 'A right of use covers it, approved automatically',
  },
  RIGHT_ON_APPROVAL: {
    'zh-CN': '已有使用权，须管理方批准',
    en: 'A right of use covers it, with the custodian’s approval',
  },
  NO_RIGHT_YET: { 'zh-CN': '尚无使用权，可由所有方授予', en: 'No right of use yet; the owner may grant one' },
  OPEN_TO_ALL: { 'zh-CN': '可直接参加或采用', en: 'Open to your union without asking' },
  CONDITIONS_APPLY: { 'zh-CN': '对参加者另有条件', en: 'Each person has to meet some conditions' },
  TO_BE_AGREED: { 'zh-CN': '由双方商定', en: 'For both to agree on' },
  TOO_FAR: { 'zh-CN': '相距 {kilometres} 公里，较远', en: '{kilometres} km away, which is far' },
  ANYWHERE: { 'zh-CN': '不受地点限制', en: 'It is not bound to a place' },
  DISTANCE: { 'zh-CN': '相距 {kilometres} 公里', en: '{kilometres} km away' },
  SAME_DISTRICT: { 'zh-CN': '同在{district}', en: 'In the same district, {district}' },
  FREE: { 'zh-CN': '免费', en: 'Free of charge' },
  COST_SHARED: { 'zh-CN': '须分摊费用', en: 'The cost is shared' },
  WITHIN_BUDGET: { 'zh-CN': '在预算之内', en: 'Within the budget' },
  OVER_BUDGET: { 'zh-CN': '超出预算', en: 'Beyond the budget' },
  EARLIER_SCORE: {
    'zh-CN': '以往 {count} 次活动平均 {score} 分',
    en: 'Scored {score} on average, {count} times before',
  },
  RECOGNISED: {
    'zh-CN': '经公示的评价中获表彰 {count} 次',
    en: 'Recognised {count} times by public rankings',
  },
  SMALL_MICRO_FIRST: { 'zh-CN': '小微企业优先', en: 'Small and micro enterprises come first' },
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

const audienceWords: Readonly<Record<NeedAudience, Words>> = {
  everyone: { 'zh-CN': '所有人', en: 'everyone' },
  families: { 'zh-CN': '亲子家庭', en: 'families' },
  singles: { 'zh-CN': '单身职工', en: 'singles' },
  women: { 'zh-CN': '女职工', en: 'women' },
  newcomers: { 'zh-CN': '新入职职工', en: 'newcomers' },
  retired: { 'zh-CN': '退休职工', en: 'the retired' },
};

const wordsOf: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  function: functionWords,
  business: businessWords,
  audience: audienceWords,
};

/** A reason in the reader's language. */
export function reasonText({ code, params }: MatchReason, locale: Locale): string {
  return texts[code][locale].replace(/\{(\w+)\}/g, (_hole, name: string) =>
    word(name, params[name] ?? '', locale),
  );
}

function word(name: string, value: string | number, locale: Locale): string {
  return wordsOf[name]?.[value]?.[locale] ?? String(value);
}
