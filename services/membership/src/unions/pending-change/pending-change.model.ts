import type { PendingChangeState } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { DomainError, isWithin, pathsUpwards, rootPath } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../awaits/whom.js';
import type { FieldChange, FieldValue, PendingChangeRow } from './pending-change.entity.js';

/** Not yet decided or withdrawn. */
export const openStates = ['waiting', 'offered'] as const satisfies PendingChangeState[];
export type OpenState = (typeof openStates)[number];

/** @throws DomainError `ILLEGAL_TRANSITION` if it is in another state by now */
export function requireState(state: PendingChangeState, expected: readonly OpenState[]): void {
  if (!expected.some((one) => one === state)) throw new DomainError('ILLEGAL_TRANSITION');
}

/**
 * The state after a second officer's confirmation: a role is offered to its person, unless they proposed it
 * themselves.
 */
export function afterConfirmation({
  kind,
  proposedBy,
  personId,
}: Pick<PendingChangeRow, 'kind' | 'proposedBy' | 'personId'>): 'offered' | 'confirmed' {
  return kind === 'role' && personId !== proposedBy ? 'offered' : 'confirmed';
}

/**
 * Separation of duties: neither the proposer nor the person concerned decides a change.
 * @throws DomainError `SAME_PERSON`
 */
export function requireOther(
  { proposedBy, personId }: Pick<PendingChangeRow, 'proposedBy' | 'personId'>,
  deciderId: string,
): void {
  if (deciderId === proposedBy || deciderId === personId) throw new DomainError('SAME_PERSON');
}

/** Whom a change waits for. @param decider who may confirm it */
export function awaitsOfChange(
  change: Pick<PendingChangeRow, 'id' | 'kind' | 'state' | 'personId' | 'role' | 'validTo'> & {
    readonly unionName: string;
    readonly enterpriseName: string | null;
  },
  decider: Whom,
): Await[] {
  const { id, kind, state, personId, role, validTo, unionName, enterpriseName } = change;
  const about = { pendingChangeId: id };
  if (state === 'waiting') {
    const title = enterpriseName ?? unionName;
    const values = { change: kind, role, lastDay: validTo };
    return [{ ...decider, kind: 'changeProposed', why: 'decidesHere', about, title, values }];
  }
  if (state !== 'offered' || personId === null) return [];
  const whom = { personIds: [personId], why: 'aboutYou' } as const;
  return [{ ...whom, kind: 'roleOffered', about, title: unionName, values: { role, lastDay: validTo } }];
}

/** The path at which an office is required to decide on a change of a union: the union above; for the root itself. */
export function decidedAt({ unionPath, abovePath }: { unionPath: string; abovePath: string | null }): string {
  return abovePath ?? unionPath;
}

/**
 * The path at which an office is required to give somebody access to an account: above the person's union, and above
 * each union at which they hold office, so that nobody gains more than they could have granted.
 * @param paths of these unions; the root has none above
 */
export function decidedOverAccountAt(paths: readonly string[]): string {
  const [first = rootPath, ...others] = paths.map((path) => pathsUpwards(path).at(-2) ?? path);
  return pathsUpwards(first).findLast((path) => others.every((other) => isWithin(other, path))) ?? rootPath;
}

/** The differences in these fields. */
export function changesOf<Field extends FieldChange['field']>(
  fields: readonly Field[],
  before: Readonly<Record<Field, FieldValue>>,
  after: Readonly<Record<Field, FieldValue>>,
): FieldChange[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
