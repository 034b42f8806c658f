import type { ErrorText } from '../../core/error-text.js';

/** What is refused at matchmaking, see `../error-codes.ts`. */
export const mutualInterestErrors = {
  POOL_OF_SEX_UNFIT: {
    kind: 'rule',
    zh: '只有联谊交友活动可以分男女名额',
    en: 'Only matchmaking has seats for each sex',
  },
  POOL_OF_SEX_RELEASED: {
    kind: 'rule',
    zh: '分男女的名额不能转入通用名额',
    en: 'Seats of a sex cannot go to the common pool',
  },
  INTEREST_NOT_OFFERED: {
    kind: 'conflict',
    zh: '这个活动没有互选环节',
    en: 'This activity has no step of mutual interest',
  },
  INTEREST_NOT_BEGUN: { kind: 'conflict', zh: '活动开始后才能互选', en: 'It begins with the activity' },
  INTEREST_OVER: { kind: 'conflict', zh: '互选已经结束', en: 'The choices are closed' },
  INTEREST_NOT_THERE: {
    kind: 'forbidden',
    zh: '只有到场签到的人可以互选',
    en: 'It is for those who were there and checked in',
  },
  INTEREST_JOIN_FIRST: {
    kind: 'conflict',
    zh: '请先填写自己的名片再选人',
    en: 'Please fill in your own card first',
  },
  CONSENT_NEEDED: {
    kind: 'rule',
    zh: '请先阅读第 {version} 版说明并同意，再参加互选',
    en: 'Please read version {version} of the text and agree before you take part',
  },
  INTEREST_FULL: { kind: 'conflict', zh: '互选人数已满', en: 'No more people can take part' },
  INTEREST_CHOICES_USED: {
    kind: 'conflict',
    zh: '最多选 {max} 人，请先取消一个',
    en: 'You can choose {max} at most; please withdraw one first',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
