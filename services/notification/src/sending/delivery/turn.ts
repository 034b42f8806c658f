import { type NoticeUrgency, noticeUrgencies } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { type NoticeKind, noticeRules } from '@gongxiang/contracts/notification/notice-kinds';

/** What is for many, behind every urgency. */
export const turnOfMany = noticeUrgencies.length;

/** All of them, the first to leave first. */
export const turns: readonly number[] = Array.from({ length: turnOfMany + 1 }, (_turn, index) => index);

/** How soon a message of a kind leaves, of what waits for one channel: 0 leaves first. */
export function turnOf(kind: NoticeKind): number {
  const rule: { readonly urgency: NoticeUrgency; readonly forMany?: true } = noticeRules[kind];
  return rule.forMany ? turnOfMany : noticeUrgencies.indexOf(rule.urgency);
}
