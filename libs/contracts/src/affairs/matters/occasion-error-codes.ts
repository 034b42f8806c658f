import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever tells an occasion or visits for one, see `../../error-codes.ts`. */
export const occasionErrors = {
  OCCASION_NOT_DUE: {
    kind: 'hidden',
    zh: '待慰问名单里没有这一项，请刷新后再看',
    en: 'The list of visits has no such line; please look at it again',
  },
  OCCASION_DONE: {
    kind: 'conflict',
    zh: '这一项已经慰问过了，同一事项一年一次',
    en: 'This occasion has been dealt with already; there is one visit for each in a year',
  },
  OCCASION_NO_SERVICE: {
    kind: 'conflict',
    zh: '本会和上级工会都没有开放可以办理这类慰问的办事项目，请先在办事项目里设置',
    en: 'Neither your union nor one above offers a service for such visits; please set one up among the services first',
  },
  OCCASION_OWN: {
    kind: 'forbidden',
    zh: '自己的慰问由另一位工会干部办理',
    en: 'A visit to yourself is arranged by another officer',
  },
  OCCASION_TOLD: {
    kind: 'conflict',
    zh: '这件事您今年已经告诉过工会',
    en: 'You have told your union of this in the same year already',
  },
  OCCASION_DAY: {
    kind: 'rule',
    zh: '日期要在最近一年之内，最多提前 {days} 天',
    en: 'The day is within the last year, and at most {days} days ahead',
  },
  OCCASION_TAKEN_UP: {
    kind: 'conflict',
    zh: '工会已经在办，不能再收回；可以在办件里撤回',
    en: 'Your union has taken it up already; you can withdraw its matter instead',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
