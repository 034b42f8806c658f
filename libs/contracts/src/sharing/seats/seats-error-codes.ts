import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever fills the seats of an activity, signs up, or comes to its door, see `../error-codes.ts`. */
export const seatsErrors = {
  ACTIVITY_NOT_OPEN: {
    kind: 'conflict',
    zh: '活动当前不接受此操作',
    en: 'The activity does not take this at present',
  },
  ACTIVITY_STARTED: { kind: 'conflict', zh: '活动已经开始', en: 'The activity has begun' },
  ACTIVITY_NOT_STARTED: { kind: 'conflict', zh: '活动尚未开始', en: 'The activity has not begun' },
  NOT_OPEN_YET: {
    kind: 'conflict',
    zh: '报名尚未开始，开始时间：{opensAt}',
    en: 'Sign-up opens at {opensAt}',
  },
  SIGN_UP_CLOSED: { kind: 'conflict', zh: '报名已截止', en: 'Sign-up is closed' },
  NO_POOL_FOR_YOU: {
    kind: 'rule',
    zh: '本活动没有面向您所在工会的名额',
    en: 'This activity has no seats for your union',
  },
  NOT_A_MEMBER_ON_THE_DAY: {
    kind: 'rule',
    zh: '活动当日（{date}）会籍无效',
    en: 'There is no active membership on the day of the activity, {date}',
  },
  MEMBER_NOT_ACTIVATED: {
    kind: 'rule',
    zh: '此人在名册上，但还没有激活账号，请先请本人激活',
    en: 'This person is on the roster but has not activated their account yet; ask them to do so first',
  },
  TOO_MANY_COMPANIONS: {
    kind: 'rule',
    zh: '同行人数超过上限 {max} 人',
    en: 'At most {max} companions may come along',
  },
  AGE_BAND_REQUIRED: {
    kind: 'rule',
    zh: '亲子活动须填写同行人的年龄段',
    en: 'A parent-child activity needs the age band of each companion',
  },
  COMPANIONS_NOT_THERE: {
    kind: 'rule',
    zh: '同行人里没有这个名字，请刷新后再看',
    en: 'No companion has this name; read the registration again',
  },
  RELATIVE_THERE: {
    kind: 'conflict',
    zh: '已有同名的家人，请直接修改那一位',
    en: 'Somebody of this name is there already; change that entry instead',
  },
  RELATIVES_TOO_MANY: {
    kind: 'conflict',
    zh: '最多保存 {max} 位家人',
    en: 'At most {max} people are kept',
  },
  ANSWERS_TOO_LARGE: { kind: 'rule', zh: '报名信息过长', en: 'The answers are too long' },
  NO_SEATS_FOR_COMPANIONS: {
    kind: 'conflict',
    zh: '剩余名额不足，无法增加同行人',
    en: 'There are no free seats for more companions',
  },
  POOL_EXISTS: {
    kind: 'conflict',
    zh: '给同样对象的名额池已存在',
    en: 'There is a pool for the same people already',
  },
  POOL_FOR_ONE: {
    kind: 'rule',
    zh: '一个名额池给一家工会或一个俱乐部，不能两者都给',
    en: 'A pool is for a union or for a club, not for both',
  },
  TOO_MANY_POOLS: {
    kind: 'rule',
    zh: '一个活动最多 {max} 个名额池',
    en: 'An activity has at most {max} pools',
  },
  COMMON_POOL_RELEASED: {
    kind: 'rule',
    zh: '通用名额不能再释放，只有给部分人的名额可以',
    en: 'Only seats that are for some are released; those for everybody are free already',
  },
  POOL_TIME_AFTER_START: {
    kind: 'rule',
    zh: '不能晚于活动开始时间',
    en: 'It cannot be later than the start of the activity',
  },
  POOL_RELEASED: {
    kind: 'conflict',
    zh: '该名额已释放到通用名额，请改为调整通用名额',
    en: 'These seats have gone to the common pool; please change that one instead',
  },
  SEATS_OFFERED: {
    kind: 'conflict',
    zh: '有 {held} 个名额已为候补人员保留、等待确认，不能低于此数',
    en: '{held} seats are on offer to people who waited, so there cannot be fewer',
  },
  TOO_MANY_CAPS: {
    kind: 'rule',
    zh: '一个活动最多 {max} 个总限额',
    en: 'An activity has at most {max} caps',
  },
  CAP_BELOW_TAKEN: {
    kind: 'conflict',
    zh: '已有 {taken} 人占用名额，总限额不能低于此数；请先调低名额',
    en: '{taken} people have a seat already, so the cap cannot be lower; please lower the pools first',
  },
  OFFER_MISSING: {
    kind: 'rule',
    zh: '目前没有为您保留的名额',
    en: 'No seat is offered at present',
  },
  OFFER_EXPIRED: {
    kind: 'conflict',
    zh: '保留的名额已于 {expiredAt} 到期；如果还有空位，可以重新报名',
    en: 'The offer ran out at {expiredAt}; you can sign up again, and get a seat if one is free',
  },
  NO_FREE_SEATS: {
    kind: 'conflict',
    zh: '空余名额不够（剩 {free} 个）',
    en: 'There are not enough free seats ({free} left)',
  },
  REGISTRATION_UNKNOWN: { kind: 'rule', zh: '没有这条报名', en: 'There is no such registration' },
  REGISTRATION_CANCELLED: { kind: 'rule', zh: '报名已取消', en: 'The registration was cancelled' },
  REGISTRATION_WAITLISTED: {
    kind: 'rule',
    zh: '仍在候补',
    en: 'The registration is still waiting for a seat',
  },
  HEADS_ABOVE_REGISTERED: {
    kind: 'rule',
    zh: '到场人数多于报名人数',
    en: 'More people than were registered',
  },
  CHECK_IN_TARGET: {
    kind: 'rule',
    zh: '签到须且只能指明签到码、报名或人员之一',
    en: 'A check-in names exactly one of code, registration and person',
  },
  WALK_IN_NOT_CONFIRMED: {
    kind: 'rule',
    zh: '未报名人员入场须由组织者确认',
    en: 'A walk-in needs the confirmation of the organiser',
  },
  WALK_IN_NOT_PERMITTED: {
    kind: 'forbidden',
    zh: '没有准许未报名人员入场的权限',
    en: 'You may not admit a walk-in',
  },
  TURNED_AWAY: {
    kind: 'rule',
    zh: '当时在门口没有放行',
    en: 'The door had turned this person away',
  },
  PERSON_UNKNOWN: { kind: 'rule', zh: '没有找到这个人', en: 'There is no such person' },
} as const satisfies Readonly<Record<string, ErrorText>>;
