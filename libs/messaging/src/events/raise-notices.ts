import {
  noticeRaisedEvents,
  type NoticeOffices,
  type NoticeRaised,
  notifiedAtOnceMax,
  type NotifyingService,
} from '@gongxiang/contracts/notification/notice-raised';
import type { Matter } from '@gongxiang/contracts/words/matter';
import { networkTimeZone, type RoleName } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type EventRecord, recordEvents } from './outbox.js';

/** What the words of a notice are filled with, as far as there is something. Nothing in it is about anybody but the reader. */
export type NoticeValues = Readonly<Record<string, string | null | undefined>>;

/** What some people are to learn of, once per cause. */
export interface Notice extends Pick<NoticeRaised, 'kind' | 'why' | 'cause'> {
  readonly personIds?: readonly string[];
  /** People by what they are to some unions or matters, beside those persons. */
  readonly offices?: Readonly<Pick<NoticeOffices, 'isNearest'>> & {
    readonly roles: readonly RoleName[];
    readonly unionIds: readonly string[];
    readonly exceptIds?: readonly string[];
    readonly matters?: readonly Matter[];
  };
  /** What it is about, by the names in the link of its kind. */
  readonly about: Readonly<Record<string, string>>;
  /** What that is called. */
  readonly title?: string | null;
  readonly values?: NoticeValues;
  /** In which its times are read; that of the network where it is left out. */
  readonly timeZone?: string;
  /** What somebody has written for the readers. */
  readonly textId?: string;
  /** When it is of no use any more. */
  readonly until?: Date | null;
}

/**
 * Raises notices in the transaction of their cause. The service `notification` delivers them, to each person once per cause,
 * however often they are raised. Costs no statement where there is nobody to notify.
 */
export async function raiseNotices(
  tx: Transaction,
  service: NotifyingService,
  notices: readonly Notice[],
): Promise<void> {
  await recordEvents(tx, noticeRaisedEvents[service], notices.flatMap(eventsOf));
}

/** One for some hundreds of people, or unions, each. */
function eventsOf(notice: Notice): EventRecord<NoticeRaised>[] {
  const { kind, why, cause, about, title = null, values = {}, textId = null, until = null } = notice;
  const personIds = [...new Set(notice.personIds ?? [])];
  const unionIds = [...new Set(notice.offices?.unionIds ?? [])];
  const events = Math.ceil(Math.max(personIds.length, unionIds.length) / notifiedAtOnceMax);
  return Array.from({ length: events }, (_event, index) => {
    const some = (ids: readonly string[]): string[] =>
      ids.slice(index * notifiedAtOnceMax, (index + 1) * notifiedAtOnceMax);
    return {
      about: Object.values(about)[0] ?? cause,
      data: {
        kind,
        why,
        personIds: some(personIds),
        offices: officesOf(notice, some(unionIds)),
        cause,
        about: { ...about },
        title,
        values: said(values),
        timeZone: notice.timeZone ?? networkTimeZone,
        textId,
        until: until?.toISOString() ?? null,
      },
    };
  });
}

/** The values that there are. */
export function said(values: NoticeValues): Record<string, string> {
  const there = Object.entries(values).filter((one): one is [string, string] => one[1] != null);
  return Object.fromEntries(there);
}

export function officesOf({ offices }: Pick<Notice, 'offices'>, unionIds: string[]): NoticeOffices | null {
  if (offices === undefined) return null;
  const { roles, isNearest, exceptIds = [], matters = [] } = offices;
  if (unionIds.length === 0 && matters.length === 0) return null;
  const holders = { roles: [...roles], unionIds, isNearest, exceptIds: [...exceptIds] };
  return matters.length === 0 ? holders : { ...holders, matters: [...matters] };
}
