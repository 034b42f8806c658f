import type { PendingChangeState } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { DomainError, isWithin, pathsUpwards, rootPath } from '@gongxiang/domain';
import type { FieldChange, FieldValue, PendingChangeRow } from './pending-change.entity.js';

/** Not decided, refused or taken back. */
export const openStates = ['waiting', 'offered'] as const satisfies PendingChangeState[];
export type OpenState = (typeof openStates)[number];

/** @throws DomainError `ILLEGAL_TRANSITION` where it is in another state by now */
export function requireState(state: PendingChangeState, expected: readonly OpenState[]): void {
  if (!expected.some((one) => one === state)) throw new DomainError('ILLEGAL_TRANSITION');
}

/**
 * What comes of a change that a second officer has confirmed: a role is offered to its person, unless they asked for it themselves.
 */
export function afterConfirmation({
  kind,
  proposedBy,
  personId,
}: Pick<PendingChangeRow, 'kind' | 'proposedBy' | 'personId'>): 'offered' | 'confirmed' {
  return kind === 'role' && personId !== proposedBy ? 'offered' : 'confirmed';
}

/**
 * Neither hand is the other: whoever proposed a change does not decide it, nor the person whom it is about.
 * @throws DomainError `SAME_PERSON`
 */
export function requireOther(
  { proposedBy, personId }: Pick<PendingChangeRow, 'proposedBy' | 'personId'>,
  deciderId: string,
): void {
  if (deciderId === proposedBy || deciderId === personId) throw new DomainError('SAME_PERSON');
}

/** Where one has to hold office to decide on a change of a union: at the one above; the root has none. */
export function decidedAt({ unionPath, abovePath }: { unionPath: string; abovePath: string | null }): string {
  return abovePath ?? unionPath;
}

/**
 * Where one has to hold office to let somebody else into an account: above the union that its person belongs to, and above each
 * at which the person holds office, so that nobody gets at more than they could have granted.
 * @param paths of these unions; the root has none above
 */
export function decidedOverAccountAt(paths: readonly string[]): string {
  const [first = rootPath, ...others] = paths.map((path) => pathsUpwards(path).at(-2) ?? path);
  return pathsUpwards(first).findLast((path) => others.every((other) => isWithin(other, path))) ?? rootPath;
}

/** What differs of these fields. */
export function changesOf<Field extends FieldChange['field']>(
  fields: readonly Field[],
  before: Readonly<Record<Field, FieldValue>>,
  after: Readonly<Record<Field, FieldValue>>,
): FieldChange[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
