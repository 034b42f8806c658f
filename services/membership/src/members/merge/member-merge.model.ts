import type {
  MemberMergeState,
  MergeReason,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import { DomainError, pathsUpwards, rootPath } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';
import type { MemberMergeRow } from './member-merge.entity.js';

/** Which state may follow which. */
const transitions: Readonly<Record<MemberMergeState, readonly MemberMergeState[]>> = {
  proposed: ['applying', 'refused', 'withdrawn'],
  applying: ['applied'],
  applied: ['undoing'],
  undoing: ['undone'],
  refused: [],
  withdrawn: [],
  undone: [],
};

/** @throws DomainError `MERGE_STATE` */
export function requireTransition(from: MemberMergeState, to: MemberMergeState): void {
  if (!transitions[from].includes(to)) throw new DomainError('MERGE_STATE', { params: { state: from } });
}

type Involved = Pick<MemberMergeRow, 'proposedBy' | 'survivorId' | 'mergedId'>;

/** Who does not decide. */
export function involvedIn({ proposedBy, survivorId, mergedId }: Involved): string[] {
  return [proposedBy, survivorId, mergedId];
}

/** Whoever decides has neither proposed it nor is one of the two. @throws DomainError `MERGE_NEEDS_ANOTHER` */
export function requireAnother(merge: Involved, personId: string): void {
  if (involvedIn(merge).includes(personId)) throw new DomainError('MERGE_NEEDS_ANOTHER');
}

/** Whom a merge waits for. @param decider who may approve it */
export function awaitsOfMerge({ id, state }: Pick<MemberMergeRow, 'id' | 'state'>, decider: Whom): Await[] {
  if (state !== 'proposed') return [];
  return [{ ...decider, kind: 'memberMergeProposed', why: 'decidesHere', about: { mergeId: id } }];
}

/** The place of the nearest union that is at or above both; without one of them, that of the root. */
export function nearestAbove(left: string | null, right: string | null): string {
  if (left === null || right === null) return rootPath;
  return pathsUpwards(left).findLast((path) => right.startsWith(path)) ?? rootPath;
}

/**
 * Whether one of two resident numbers may be a slip of the other: one digit differs, two neighbours are exchanged, or
 * only the check digit differs. The check digit follows from the rest, so that it is not counted beside another slip.
 */
export function areAlikeNumbers(left: string, right: string): boolean {
  if (left === right || left.length !== 18 || right.length !== 18) return false;
  const differing = [...left.slice(0, 17)].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  if (differing.length <= 1) return true;
  const areNeighbours = differing.length === 2 && second === first + 1;
  return areNeighbours && left[first] === right[second] && left[second] === right[first];
}

interface Compared {
  readonly nameHash: string;
  readonly phoneHash: string | null;
  /** In the clear. */
  readonly number: string | null;
}

/** Why two records may be of one person. */
export function reasonsFor(left: Compared, right: Compared): MergeReason[] {
  const reasons: MergeReason[] = [];
  if (left.number !== null && left.number === right.number) reasons.push('sameNumber');
  if (left.phoneHash !== null && left.phoneHash === right.phoneHash) reasons.push('samePhone');
  if (left.nameHash === right.nameHash) reasons.push('sameName');
  if (left.number !== null && right.number !== null && areAlikeNumbers(left.number, right.number))
    reasons.push('alikeNumber');
  return reasons;
}

/** Whether the reasons make a pair worth looking at: a name alone is shared by many. */
export function isCandidate(reasons: readonly MergeReason[]): boolean {
  return reasons.includes('samePhone') || (reasons.includes('sameName') && reasons.includes('alikeNumber'));
}
