import type { BulletinToConfirm } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import {
  type ListWaiting,
  type WaitingPage,
  waitingShownMax,
  type WaitingView,
} from '@gongxiang/contracts/notification/waiting.contract';
import type { Locale } from '@gongxiang/domain';

export const mustReadKind = 'bulletinToRead';

/** A bulletin as a thing that waits for its reader, as long as it is shown. */
export function waitingOf(
  { id, title, unionName, shownFrom, shownUntil }: BulletinToConfirm,
  locale: Locale,
): WaitingView {
  const rule = noticeRules[mustReadKind];
  const words = locale === 'en' ? rule.en : rule.zh;
  return {
    id,
    kind: mustReadKind,
    urgency: rule.urgency,
    heading: words.title,
    title,
    lines: words.lines.map((line) => line.replace('{unionName}', unionName)),
    act: locale === 'en' ? rule.act.en : rule.act.zh,
    link: rule.link.replace('{bulletinId}', id),
    unionName: null,
    dueAt: shownUntil,
    // What is over is shown no longer.
    isOverdue: false,
    amount: null,
    direction: null,
    since: shownFrom,
  };
}

/** A page of what waits with what must be read: all of it is counted, and stands on the first page. */
export function withMustReads(
  page: WaitingPage,
  mustReads: readonly WaitingView[],
  { kind, cursor }: Pick<ListWaiting, 'kind' | 'cursor'>,
): WaitingPage {
  const [first] = mustReads;
  if (first === undefined) return page;
  const shown = cursor === undefined && (kind === undefined || kind === mustReadKind) ? mustReads : [];
  const counted = { kind: mustReadKind, count: mustReads.length, heading: first.heading } as const;
  return {
    ...page,
    items: byDueTime([...page.items, ...shown]),
    counts: [...page.counts, counted],
    total: Math.min(page.total + mustReads.length, waitingShownMax),
  };
}

/** What is due first comes first, then what has no time. */
function byDueTime(items: readonly WaitingView[]): WaitingView[] {
  const timeOf = ({ dueAt }: WaitingView): number => (dueAt === null ? Infinity : Date.parse(dueAt));
  return items.toSorted((one, other) => {
    const [a, b] = [timeOf(one), timeOf(other)];
    return a === b ? 0 : a - b;
  });
}
