import type { components } from '../../../api/schema.js';

export type Reminder = components['schemas']['ReminderDto'];

export const unitMinutes = { minutes: 1, hours: 60, days: 1_440 } as const;
export type Unit = keyof typeof unitMinutes;

export const remindersMax = 5;
const minutesMax = 43_200;

/** A span in the largest unit that divides it: days, else hours, else minutes. */
export function spanOf(minutes: number): { readonly count: number; readonly unit: Unit } {
  for (const unit of ['days', 'hours'] as const) {
    const count = minutes / unitMinutes[unit];
    if (minutes > 0 && Number.isInteger(count)) return { count, unit };
  }
  return { count: minutes, unit: 'minutes' };
}

/** The minutes of a typed span; null where it is no span, or longer than thirty days. */
export function minutesOf(text: string, unit: Unit): number | null {
  if (!/^\s*\d{1,5}\s*$/.test(text)) return null;
  const minutes = Number(text.trim()) * unitMinutes[unit];
  return minutes <= minutesMax ? minutes : null;
}

/** Is no reminder sent at the same time yet? */
export function isNew(items: readonly Reminder[], one: Reminder): boolean {
  return !items.some(
    ({ anchor, minutesBefore }) => anchor === one.anchor && minutesBefore === one.minutesBefore,
  );
}
