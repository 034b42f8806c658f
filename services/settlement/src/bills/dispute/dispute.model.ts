import type { DisputeOutcome, DisputeState } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { DomainError, isWithin, pathsUpwards, rootPath } from '@gongxiang/domain';

export type DisputeStep = 'dismiss' | 'uphold' | 'withdraw';

/** The whole life of a dispute: it ends once, by one of three. */
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

const dayMs = 86_400_000;
/** So long both sides may come to terms by themselves. */
const talkDays = 7;

export function talkUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + talkDays * dayMs);
}

/** The place from which it is decided, as the damages of loans are: the nearest above all sides, or the root where one of them is the root. */
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

/** Has it gone to the union above: because somebody referred it, or because the time to talk is over? */
export function isReferred({ talkUntil: until, referredAt }: Talk, now: Date): boolean {
  return referredAt !== null || now >= until;
}

/** What a person may do at a dispute by his roles. */
export interface Standing {
  /** He approves at the union above both sides, or above that. */
  readonly decides: boolean;
  /** He approves where the entry was posted, and that is not the disputing side: he could reverse it himself. */
  readonly grants: boolean;
  /** He raised it himself. */
  readonly isOpener: boolean;
  /** They entered, computed, submitted or approved what is disputed, or a refund of it. */
  readonly tookPart: boolean;
}

/**
 * May he end it so? Above both sides either way, once it has gone there; what the disputing side asks for, the other side may
 * grant at any time, as then both are agreed. Nobody judges what they had a hand in, but they may grant it.
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
    // What is refused is not offered; anything else is our own fault.
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * For which union somebody speaks: for the one side that his roles reach; from above where they reach several.
 * @returns null where he reaches none
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
