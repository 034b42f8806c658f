import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of who may come, see `../error-codes.ts`. A text names the bound, never the person's own age or sex. */
export const eligibilityErrors = {
  NOT_ELIGIBLE: {
    kind: 'rule',
    zh: '不符合本活动的参加条件',
    en: 'The conditions for coming to this activity are not met',
  },
  NOT_OF_THESE_UNIONS: {
    kind: 'rule',
    zh: '只面向指定工会及其下级工会的会员',
    en: 'Only for members of certain unions and of those below them',
  },
  NOT_OF_THESE_SIZE_CLASSES: {
    kind: 'rule',
    zh: '只面向指定规模企业的工会会员',
    en: 'Only for members of unions at enterprises of certain sizes',
  },
  AGE_UNKNOWN: {
    kind: 'rule',
    zh: '平台没有出生日期，无法核对年龄；请联系所在工会在会员信息中补全身份证号码',
    en: 'The birth date is not known here; please ask your union to complete the resident number in the member record',
  },
  AGE_BELOW: {
    kind: 'rule',
    zh: '只面向活动当日年满 {ageFrom} 周岁的会员',
    en: 'Only for members who are at least {ageFrom} on the day of the activity',
  },
  AGE_ABOVE: {
    kind: 'rule',
    zh: '只面向活动当日不超过 {ageTo} 周岁的会员',
    en: 'Only for members who are at most {ageTo} on the day of the activity',
  },
  AGE_OUTSIDE: {
    kind: 'rule',
    zh: '只面向活动当日满 {ageFrom} 至 {ageTo} 周岁的会员',
    en: 'Only for members aged {ageFrom} to {ageTo} on the day of the activity',
  },
  SEX_UNKNOWN: {
    kind: 'rule',
    zh: '平台没有性别信息；请联系所在工会在会员信息中补全身份证号码',
    en: 'The sex is not known here; please ask your union to complete the resident number in the member record',
  },
  SEX_DIFFERENT: {
    kind: 'rule',
    zh: '不在本活动面向的性别范围内',
    en: 'The activity is for members of the other sex',
  },
  NO_SHOW_BLOCKED: {
    kind: 'rule',
    zh: '因多次报名未到，{until} 前不能报名；如有异议，请在“我的缺席记录”中申诉',
    en: 'No sign-up until {until}, after several no-shows; you can appeal under “My no-shows”',
  },
  AGE_RANGE_EMPTY: {
    kind: 'rule',
    zh: '最大年龄不能小于最小年龄',
    en: 'The highest age cannot be below the lowest',
  },
  ELIGIBILITY_OVER: {
    kind: 'conflict',
    zh: '活动已结束或已取消，不能再修改参加条件',
    en: 'The activity is over or cancelled; who may come can no longer be changed',
  },
  GUARDIAN_CONSENT_REQUIRED: {
    kind: 'rule',
    zh: '带 14 周岁以下儿童参加，须勾选监护人同意',
    en: 'Children under 14 come with the consent of their guardian',
  },
  APPEAL_TWICE: {
    kind: 'conflict',
    zh: '已申诉或已处理，不能再次申诉',
    en: 'It was appealed or decided already',
  },
  DECIDED_ALREADY: {
    kind: 'conflict',
    zh: '该记录已有处理结果',
    en: 'It is decided already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
