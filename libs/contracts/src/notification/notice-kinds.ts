import { accountNotices } from './kinds/account.js';
import { affairsNotices } from './kinds/affairs.js';
import { activitiesNotices } from './kinds/activities.js';
import { announcementsNotices } from './kinds/announcements.js';
import { evaluationNotices } from './kinds/evaluation.js';
import { lendingNotices } from './kinds/lending.js';
import { membershipNotices } from './kinds/membership.js';
import { moneyNotices } from './kinds/money.js';
import { seatsNotices } from './kinds/seats.js';
import type { NoticeRule } from './kinds/notice-rule.js';

/** Every kind of notice: the one table of what is said, how soon, and where it leads. */
export const noticeRules = {
  ...seatsNotices,
  ...activitiesNotices,
  ...announcementsNotices,
  ...lendingNotices,
  ...moneyNotices,
  ...evaluationNotices,
  ...membershipNotices,
  ...accountNotices,
  ...affairsNotices,
} as const satisfies Readonly<Record<string, NoticeRule>>;

export type NoticeKind = keyof typeof noticeRules;
export const noticeKinds = Object.keys(noticeRules) as NoticeKind[];

/** Whether it is to reach people wherever they can be reached. */
export function isAlwaysSent(kind: NoticeKind): boolean {
  const rule: NoticeRule = noticeRules[kind];
  return rule.always !== undefined;
}

/** Kinds of which people may say that they are sent nowhere. */
export const refusableKinds = noticeKinds.filter((kind) => !isAlwaysSent(kind));

const rulesByTopic = {
  activities: [seatsNotices, activitiesNotices],
  announcements: [announcementsNotices],
  lending: [lendingNotices],
  money: [moneyNotices],
  evaluation: [evaluationNotices],
  membership: [membershipNotices, accountNotices],
  affairs: [affairsNotices],
} as const satisfies Readonly<Record<string, readonly Readonly<Record<string, NoticeRule>>[]>>;

/** What a notice is about, as somebody looks for it. */
export type NoticeTopic = keyof typeof rulesByTopic;
export const noticeTopics = Object.keys(rulesByTopic) as NoticeTopic[];

export function kindsAbout(topic: NoticeTopic): NoticeKind[] {
  return rulesByTopic[topic].flatMap((rules) => Object.keys(rules) as NoticeKind[]);
}

/** Kinds of what waits for people until it is done: those that say what to do. */
export type AwaitKind = {
  [Kind in NoticeKind]: (typeof noticeRules)[Kind] extends { readonly act: object } ? Kind : never;
}[NoticeKind];
export const awaitKinds = noticeKinds.filter((kind): kind is AwaitKind => 'act' in noticeRules[kind]);
