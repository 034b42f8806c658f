import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';

/** Whom something waits for. */
export type Whom = Pick<Await, 'personIds' | 'offices'>;

interface Office {
  /** Who must not do it, such as whoever has proposed it. */
  readonly exceptIds?: readonly (string | null)[];
  /** Nobody above may do it instead. */
  readonly isHereAlone?: boolean;
}

/** Those who may do something at a union, or at the nearest one above where somebody may. */
export function officeAt(
  unionId: string,
  { roles = [] }: ActionRule,
  { exceptIds = [], isHereAlone = false }: Office = {},
): Whom {
  const excepted = [...new Set(exceptIds.filter((id) => id !== null))];
  return { offices: { roles, unionIds: [unionId], isNearest: !isHereAlone, exceptIds: excepted } };
}
