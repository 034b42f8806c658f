import type { DisputeOutcome, DisputeState } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { dayMs, DomainError, isWithin, pathsUpwards, rootPath } from '@gongxiang/domain';

export type DisputeStep = 'dismiss' | 'uphold' | 'withdraw';

/** The end states of a dispute, by the step that leads to them. */
const disputeEnds: Readonly<Record<DisputeStep, DisputeState>> = {
  dismiss: 'dismissed',
  uphold: 'upheld',
  withdraw: 'withdrawn',
};

export const stepOf: Readonly<Record<DisputeOutcome, DisputeStep>> = {
  dismissed: 'dismiss',
  upheld: 'uphold',
};

/** @throws DomainError 409 `DISPUTE_ENDED` */
export function nextDispute(state: DisputeState, step: DisputeStep): DisputeState {
  if (state !== 'open') throw new DomainError('DISPUTE_ENDED');
  return disputeEnds[step];
}

/** The period in which both sides may settle by themselves. */
const talkDays = 7;

export function talkUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + talkDays * dayMs);
}

/**
 * The path of the deciding union, chosen as for damages of loans: the nearest above all sides, or the root if one
 * side is the root.
 */
export function decidingPath(sides: readonly string[]): string {
  const [first = rootPath, ...others] = sides;
  const above = pathsUpwards(first).slice(0, -1);
  const shared = above.filter((path) => others.every((side) => isWithin(side, path) && side !== path));
  return shared.at(-1) ?? rootPath;
}

export interface Talk {
  readonly state: DisputeState;
  readonly talkUntil: Date;
  readonly referredAt: Date | null;
}

/** Whether it was referred to the union above, explicitly or because the talk period ended. */
export function isReferred({ talkUntil: until, referredAt }: Talk, now: Date): boolean {
  return referredAt !== null || now >= until;
}

/** What a person's roles permit in a dispute. */
export interface Standing {
  /** They approve at the union above both sides, or above that. */
  readonly decides: boolean;
  /** They approve where the entry was posted, which is not the disputing side: they could reverse it themselves. */
  readonly grants: boolean;
  /** They opened the dispute. */
  readonly isOpener: boolean;
  /** They entered, computed, submitted or approved what is disputed, or a refund of it. */
  readonly tookPart: boolean;
}

/**
 * Checks who may end a dispute. Approvers above both sides may uphold or dismiss it once it was referred. The other
 * side may uphold it at any time, as both sides then agree. Nobody decides a dispute about a pool they worked on, but
 * they may grant it.
 * @throws DomainError `DISPUTE_ENDED`, `NOT_PERMITTED`, `SAME_PERSON`, 409 `DISPUTE_IN_TALK`
 */
export function requireDecision(talk: Talk, step: DisputeStep, standing: Standing, now: Date): void {
  nextDispute(talk.state, step);
  const isGranted = step === 'uphold' && standing.grants;
  if (!isGranted && !standing.decides) throw new DomainError('NOT_PERMITTED');
  if (standing.isOpener || (standing.tookPart && !isGranted)) throw new DomainError('SAME_PERSON');
  if (!isGranted && !isReferred(talk, now))
    throw new DomainError('DISPUTE_IN_TALK', { params: { time: talk.talkUntil.toISOString() } });
}

export function mayDecide(talk: Talk, step: DisputeStep, standing: Standing, now: Date): boolean {
  try {
    requireDecision(talk, step, standing, now);
    return true;
  } catch (error) {
    // A refusal means the action is not offered; any other error is a bug.
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * The union that a person speaks for: the one side their roles reach, or the deciding union if they reach several.
 * @returns null if their roles reach no side
 */
export function speaksFor(
  reach: readonly string[],
  sides: readonly { readonly unionId: string; readonly path: string }[],
  decidingUnionId: string,
): string | null {
  const own = sides.filter(({ path }) => reach.some((held) => isWithin(path, held)));
  if (own.length > 1) return decidingUnionId;
  return own[0]?.unionId ?? null;
}
