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
  ...affairsNotices,
} as const satisfies Readonly<Record<string, NoticeRule>>;

export type NoticeKind = keyof typeof noticeRules;
export const noticeKinds = Object.keys(noticeRules) as NoticeKind[];

/** Kinds of what waits for people until it is done: those that say what to do. */
export type AwaitKind = {
  [Kind in NoticeKind]: (typeof noticeRules)[Kind] extends { readonly act: object } ? Kind : never;
}[NoticeKind];
export const awaitKinds = noticeKinds.filter((kind): kind is AwaitKind => 'act' in noticeRules[kind]);
