import type { Matter } from '@gongxiang/contracts/words/matter';
import type { Await } from '@gongxiang/messaging/events';
import type { ActionRule, Party, PartyKind } from '@gongxiang/domain';
import { matterOf } from './delegation/delegation.model.js';

/** Whom something waits for. */
export type Whom = Pick<Await, 'personIds' | 'offices'>;

/**
 * Those who may do something by a role at these unions, or at the nearest above that has somebody, and those to whom
 * one of the matters is delegated, if delegates may do it.
 * @param exceptIds those who may not, whatever their roles
 */
export function officesAt(
  unionIds: readonly string[],
  { roles = [], delegate = false }: ActionRule,
  { exceptIds = [], matters = [] }: { exceptIds?: readonly string[]; matters?: readonly Matter[] } = {},
): Whom {
  const delegated = delegate ? matters : [];
  return { offices: { roles, unionIds, isNearest: true, exceptIds, matters: delegated } };
}

/** The person, or those who act for any other party at the union behind it; and the delegates of either. */
export function partyOf({ kind, id, unionId }: Party & { readonly unionId: string }, rule: ActionRule): Whom {
  const delegates = { matters: matterOf({ kind, id }) };
  if (kind !== 'person') return officesAt([unionId], rule, delegates);
  return { personIds: [id], ...(rule.delegate === true && officesAt([], rule, delegates)) };
}

/** The name of a party, for others to read; null for a person, who is not named. */
export function namedParty({ kind, name }: Pick<Party, 'kind'> & { readonly name: string }): string | null {
  return kind === 'person' ? null : name;
}

/**
 * A title as others are told of it; null where a person wrote it. They may want it erased, and what was told cannot be taken back from where it
 * was sent.
 */
export function toldTitle(writtenBy: PartyKind, title: string): string | null {
  return writtenBy === 'person' ? null : title;
}

/** The same without these people, whatever their roles. */
export function without({ personIds, offices }: Whom, people: readonly (string | null)[]): Whom {
  const exceptIds = people.filter((id) => id !== null);
  return {
    personIds: personIds?.filter((id) => !exceptIds.includes(id)),
    offices: offices && { ...offices, exceptIds: [...(offices.exceptIds ?? []), ...exceptIds] },
  };
}
