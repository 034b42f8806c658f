import type { AssignmentCalendarLine } from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';

/** The first day of a month, and that of the next one. @param month `2026-12` */
export function monthOf(month: string): { readonly from: string; readonly before: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, before: `${next}-01` };
}

/** By day; on the same day what is owed stands before what is awaited. */
export function byDay(lines: readonly AssignmentCalendarLine[]): AssignmentCalendarLine[] {
  const keyOf = ({ dueOn, role, id }: AssignmentCalendarLine): string =>
    `${dueOn} ${role === 'owed' ? 0 : 1} ${id}`;
  return [...lines].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
