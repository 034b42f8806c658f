import type { ErrorText } from '../../core/error-text.js';

/** What is refused around a draw, see `../error-codes.ts`. */
export const drawErrors = {
  DRAW_DECIDES: {
    kind: 'conflict',
    zh: '这个活动的名额由摇号决定，请在 {opensAt} 至 {closesAt} 之间登记参加摇号',
    en: 'A draw decides about the seats of this activity: please enter it between {opensAt} and {closesAt}',
  },
  DRAW_EXISTS: {
    kind: 'conflict',
    zh: '这个活动已有一次还没结束的摇号',
    en: 'The activity has a draw already that is not finished',
  },
  DRAW_LINE_WAITS: {
    kind: 'conflict',
    zh: '已有 {waiting} 人在候补，空出的名额应先给他们，不能再摇号',
    en: '{waiting} people wait already: seats that come free are theirs first, so there can be no draw',
  },
  DRAW_OPENS_TOO_EARLY: {
    kind: 'rule',
    zh: '摇号登记的开始时间须晚于现在，以便大家先看到密钥的承诺值',
    en: 'Entry has to open later than now, so that everybody can see the commitment before',
  },
  DRAW_CLOSES_TOO_LATE: {
    kind: 'rule',
    zh: '摇号登记须在活动开始之前结束',
    en: 'Entry has to close before the activity begins',
  },
  DRAW_CLOSES_AFTER_START: {
    kind: 'conflict',
    zh: '摇号登记到 {closesAt} 才结束，活动不能早于这个时间开始',
    en: 'Entry to the draw closes at {closesAt}; the activity cannot begin before',
  },
  DRAW_OPENED: {
    kind: 'conflict',
    zh: '摇号登记已开始，时间和规则不能再改',
    en: 'Entry is open: its times and rules stand',
  },
  DRAW_NOT_OPEN_YET: {
    kind: 'conflict',
    zh: '摇号登记尚未开始，开始时间：{opensAt}',
    en: 'Entry to the draw opens at {opensAt}',
  },
  DRAW_CLOSED: { kind: 'conflict', zh: '摇号登记已结束', en: 'Entry to the draw is closed' },
  DRAW_CANCELLED: { kind: 'conflict', zh: '这次摇号已取消', en: 'The draw is cancelled' },
  DRAW_FULL: {
    kind: 'conflict',
    zh: '一次摇号最多 {max} 人登记，现已满',
    en: 'At most {max} people enter a draw, and they have',
  },
  DRAW_NOT_DRAWN: {
    kind: 'rule',
    zh: '没有可验算的结果：还没有摇号，或已取消',
    en: 'There is no result to verify: it is not drawn yet, or was cancelled',
  },
  DRAW_NOT_ENTERED: { kind: 'conflict', zh: '您没有登记参加这次摇号', en: 'You have not entered this draw' },
  DRAWS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个活动最多 {max} 次摇号',
    en: 'An activity has at most {max} draws',
  },
  REGISTERED_ALREADY: {
    kind: 'conflict',
    zh: '您已经报名了这个活动，不必再登记摇号',
    en: 'You are registered for this activity already, and need not enter the draw',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
