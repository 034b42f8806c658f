import type { ErrorText } from '../../core/error-text.js';

/** What is refused around the queue before an opening, see `../error-codes.ts`. */
export const queueErrors = {
  QUEUE_TURN_NOT_YET: {
    kind: 'conflict',
    zh: '还没有轮到，可以报名的时间：{opensAt}',
    en: 'It is not your turn yet: you may sign up from {opensAt}',
  },
  QUEUE_PLACE_MISSING: {
    kind: 'conflict',
    zh: '这个活动要排队报名，请先排队',
    en: 'Sign-up for this activity goes by a queue: please join it first',
  },
  QUEUE_NONE: {
    kind: 'conflict',
    zh: '这个活动没有设排队，到时间直接报名即可',
    en: 'This activity has no queue: sign up once it is open',
  },
  QUEUE_NOT_OPEN_YET: {
    kind: 'conflict',
    zh: '还不能排队，开始排队的时间：{joinFrom}',
    en: 'The queue may be joined from {joinFrom}',
  },
  QUEUE_FULL: {
    kind: 'conflict',
    zh: '一个活动最多 {max} 人排队，现已满',
    en: 'At most {max} people stand in a queue, and they do',
  },
  QUEUE_TOO_LATE: {
    kind: 'conflict',
    zh: '报名已经开始，不能再设排队；请先把报名开始时间改到以后',
    en: 'Sign-up is open already, so there can be no queue before it; set an opening ahead first',
  },
  QUEUE_JOIN_TOO_LATE: {
    kind: 'rule',
    zh: '开始排队的时间须早于报名开始',
    en: 'One has to be able to join before sign-up opens',
  },
  QUEUE_JOINING: {
    kind: 'conflict',
    zh: '已经开始排队，开始时间不能再改',
    en: 'People may join already, so this time stands',
  },
  QUEUE_OPENED: {
    kind: 'conflict',
    zh: '排队的次序已经定下，不能取消排队；可以加快放行',
    en: 'The order of the queue stands, so it cannot be taken away; people can be let in faster',
  },
  QUEUE_ONLY_FASTER: {
    kind: 'conflict',
    zh: '次序定下以后只能加快放行，现在是每分钟 {perMinute} 人',
    en: 'Once the order stands people can only be let in faster; now it is {perMinute} a minute',
  },
  QUEUE_AND_DRAW: {
    kind: 'conflict',
    zh: '排队和摇号不能同时用于一个活动',
    en: 'An activity has either a queue or a draw',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
