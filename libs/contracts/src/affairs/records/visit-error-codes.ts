import type { ErrorText } from '../../core/error-text.js';

/** What is refused about visits, see `../../error-codes.ts`. */
export const visitErrors = {
  VISIT_INVALID: {
    kind: 'rule',
    zh: '走访记录有不合规则的地方，请看标出的各项',
    en: 'Something about the visit breaks a rule; see what is marked',
  },
  VISIT_DAY: {
    kind: 'rule',
    zh: '走访日期不能在今天以后，也不能早于一年以前',
    en: 'A visit was today or before, within the last year',
  },
  VISIT_FOLLOW_UP_DAY: {
    kind: 'rule',
    zh: '回访日期不能早于走访日期',
    en: 'What was promised is seen to on the day of the visit or later',
  },
  VISIT_PROMISE_HALF: {
    kind: 'rule',
    zh: '答应的事和回访日期要一起填',
    en: 'A promise needs a day, and a day a promise',
  },
  VISIT_AMOUNT: { kind: 'rule', zh: '金额要大于零', en: 'An amount is more than nothing' },
  VISIT_MATTER_MISSING: {
    kind: 'rule',
    zh: '送的是现金，要写明从哪个办件支付',
    en: 'Money is paid through a matter: say which',
  },
  VISIT_MATTER_UNKNOWN: {
    kind: 'rule',
    zh: '没有找到您经办的、这位会员的这个办件',
    en: 'You have no matter of this member with this number in hand',
  },
  VISIT_VISITOR_UNKNOWN: { kind: 'rule', zh: '走访人不是会员', en: 'A visitor is not known as a member' },
  VISIT_OWN: {
    kind: 'rule',
    zh: '自己不能走访自己，也不能登记对自己的走访',
    en: 'Nobody visits themselves, nor enters a visit to themselves',
  },
  VISIT_NOT_WANTED: {
    kind: 'conflict',
    zh: '本人已表示不接受节日、退休这类慰问',
    en: 'The member does not want to be visited for festivals or their retirement',
  },
  VISIT_STATE: {
    kind: 'conflict',
    zh: '这次走访现在不能这样处理，请刷新后再看',
    en: 'The visit is in a state in which this is not possible; read it again',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
