import type { Await } from '@gongxiang/messaging/events';
import type { ActionRule, Party } from '@gongxiang/domain';

/** Whom something waits for. */
export type Whom = Pick<Await, 'personIds' | 'offices'>;

/**
 * Those who may do something by a role at these unions, or at the nearest above that has somebody.
 * @param exceptIds those who may not, whatever their roles
 */
export function officesAt(
  unionIds: readonly string[],
  { roles = [] }: ActionRule,
  exceptIds: readonly string[] = [],
): Whom {
  return { offices: { roles, unionIds, isNearest: true, exceptIds } };
}

/** The person, or those who act for any other party at the union behind it. */
export function partyOf({ kind, id, unionId }: Party & { readonly unionId: string }, rule: ActionRule): Whom {
  return kind === 'person' ? { personIds: [id] } : officesAt([unionId], rule);
}

/** The name of a party, for others to read; null for a person, who is not named. */
export function namedParty({ kind, name }: Pick<Party, 'kind'> & { readonly name: string }): string | null {
  return kind === 'person' ? null : name;
}

/** The same without these people, whatever their roles. */
export function without({ personIds, offices }: Whom, people: readonly (string | null)[]): Whom {
  const exceptIds = people.filter((id) => id !== null);
  return {
    personIds: personIds?.filter((id) => !exceptIds.includes(id)),
    offices: offices && { ...offices, exceptIds: [...(offices.exceptIds ?? []), ...exceptIds] },
  };
}
