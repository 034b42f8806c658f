import type { PendingChangeState } from '@gongxiang/contracts';
import { DomainError, isWithin, pathsUpwards, rootPath } from '@gongxiang/domain';
import type { FieldChange, FieldValue, PendingChangeRow } from './pending-change.entity.js';

/** @throws DomainError `ILLEGAL_TRANSITION` where it has been decided, or taken back */
export function requireWaiting(state: PendingChangeState): void {
  if (state !== 'waiting') throw new DomainError('ILLEGAL_TRANSITION');
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
