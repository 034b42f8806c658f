import type { AssignmentCalendarLine } from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';
import type { Locale } from '@gongxiang/domain';
import type { DueDay } from '@gongxiang/domain/calendar-lines';

/** The first day of a month, and that of the next one. @param month `2026-12` */
export function monthOf(month: string): { readonly from: string; readonly before: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, before: `${next}-01` };
}

/** Something that a union owes, as a calendar shows it. */
export interface DuePart {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly unionName: string;
  readonly giverName: string;
  readonly dueOn: string;
  readonly isDone: boolean;
  readonly givenAt: Date;
}

interface FeedWords {
  readonly due: (title: string) => string;
  readonly done: (title: string) => string;
  readonly from: (giver: string, union: string) => string;
}

const feedWords: Readonly<Record<Locale, FeedWords>> = {
  'zh-CN': {
    due: (title) => `截止：${title}`,
    done: (title) => `已完成：${title}`,
    from: (giver, union) => `${giver}下达，${union}办理。`,
  },
  en: {
    due: (title) => `Due: ${title}`,
    done: (title) => `Done: ${title}`,
    from: (giver, union) => `Given by ${giver}, for ${union}.`,
  },
};

/** What a union owes as an event of its officers' calendars. @param origin of the portal; without it there is no address */
export function dueDayOf(part: DuePart, locale: Locale, origin: string): DueDay {
  const { id, version, title, unionName, giverName, dueOn, isDone, givenAt } = part;
  const words = feedWords[locale];
  return {
    uid: `assignment-part-${id}`,
    // Its number says that it has changed, so that the text stays as it is until then.
    changedAt: givenAt,
    sequence: version,
    on: dueOn,
    title: isDone ? words.done(title) : words.due(title),
    description: words.from(giverName, unionName),
    url: origin === '' ? null : `${origin}/assignment-parts/${id}`,
    reminds: !isDone,
  };
}

/** By day; on the same day what is owed stands before what is awaited. */
export function byDay(lines: readonly AssignmentCalendarLine[]): AssignmentCalendarLine[] {
  const keyOf = ({ dueOn, role, id }: AssignmentCalendarLine): string =>
    `${dueOn} ${role === 'owed' ? 0 : 1} ${id}`;
  return [...lines].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
