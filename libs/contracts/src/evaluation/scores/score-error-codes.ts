import type { ErrorText } from '../../core/error-text.js';

/** What evaluation refuses of scores, see `../error-codes.ts`. */
export const scoreErrors = {
  SCORE_SUBJECT: {
    kind: 'rule',
    zh: '须指明一个活动，或一个俱乐部、资源、工会、品牌',
    en: 'Either an activity is named, or a club, a resource, a union or a brand',
  },
  SCORE_PERIOD: {
    kind: 'rule',
    zh: '活动按自身时间计分；俱乐部、资源、工会和品牌须给出起止日期，且不得晚于今天',
    en: 'An activity has its own time; a club, a resource, a union or a brand is scored by days up to today',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
