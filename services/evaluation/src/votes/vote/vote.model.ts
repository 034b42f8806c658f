import type {
  VoteChoice,
  VoteChoiceCount,
  VoteKind,
  VoteResultView,
} from '@gongxiang/contracts/evaluation/votes/vote.contract';
import type { MembershipStanding, MembershipState } from '@gongxiang/contracts/membership/membership-events';
import type { MotionCounted } from '@gongxiang/contracts/evaluation/votes/vote-events';
import {
  type BallotMajority,
  type BallotQuorum,
  candidatesMax,
  dayMs,
  DomainError,
  isCarried,
  isQuorate,
  minuteMs,
  motionChoices,
  secretVotersMin,
  isWithin,
} from '@gongxiang/domain';
import { padded, unpadded } from '../../reference/sealing/padding.model.js';
import { readAnswer } from '../../reference/sealing/readable.model.js';
import type { VoteRow } from './vote.entity.js';

/** In a hall people vote within a minute. */
const openMsMin = minuteMs;
const openMsMax = 30 * dayMs;

/** What can be chosen in a vote. */
export interface Choosing {
  readonly kind: VoteKind;
  /** Of an election; else null, as are the seats. */
  readonly candidates: readonly string[] | null;
  readonly seats: number | null;
}

/** By what a vote is carried. */
export interface Rule extends Choosing {
  readonly quorum: BallotQuorum;
  readonly majority: BallotMajority;
}

/** @throws DomainError `VOTE_CANDIDATES` */
export function checkChoosing({ kind, candidates, seats }: Choosing): void {
  const isFit =
    kind === 'motion' ? candidates === null && seats === null : isElection(candidates ?? [], seats ?? 0);
  if (!isFit) throw new DomainError('VOTE_CANDIDATES', { pointer: '/candidates' });
}

function isElection(candidates: readonly string[], seats: number): boolean {
  const { size } = new Set(candidates.map((name) => name.trim()));
  const areDifferent = size === candidates.length && size >= 2 && size <= candidatesMax;
  return areDifferent && seats >= 1 && seats <= size;
}

/** A membership of somebody who is to stand in an election. */
export interface Standing {
  readonly state: MembershipState;
  readonly standing: MembershipStanding;
  /** Null where the union is not known. */
  readonly unionPath: string | null;
}

/**
 * Why somebody cannot stand in an election of a union; null where they can. An account is not needed to be elected, so
 * that a member who has not activated theirs can be a candidate.
 * @param records what is known of them, several where records were merged
 * @param path of the union
 */
export function candidacyRefusal(
  records: readonly Standing[],
  path: string,
): 'VOTE_CANDIDATE_STRANGER' | 'VOTE_CANDIDATE_RETAINED' | null {
  const memberships = records.filter(
    ({ state, unionPath }) => state !== 'ended' && unionPath !== null && isWithin(unionPath, path),
  );
  if (memberships.length === 0) return 'VOTE_CANDIDATE_STRANGER';
  return memberships.some(({ standing }) => standing === 'full') ? null : 'VOTE_CANDIDATE_RETAINED';
}

/**
 * Whether the times of a vote fit; one that is to have opened already opens now.
 * @throws DomainError `VOTE_WINDOW`
 */
export function checkWindow(opensAt: Date, closesAt: Date, now: Date): void {
  const openMs = closesAt.getTime() - Math.max(opensAt.getTime(), now.getTime());
  if (openMs < openMsMin || openMs > openMsMax)
    throw new DomainError('VOTE_WINDOW', { pointer: '/closesAt' });
}

/** In the order in which they are shown. Candidates have keys of their own, as two may share a name. */
export function choicesOf({ candidates }: Choosing): VoteChoice[] {
  if (candidates === null) return motionChoices.map((key) => ({ key, name: null }));
  return candidates.map((name, index) => ({ key: `c${index + 1}`, name }));
}

/** @throws DomainError `BALLOT_CHOICES` */
export function checkBallot(vote: Choosing, chosen: readonly string[]): void {
  const keys = new Set(choicesOf(vote).map(({ key }) => key));
  const areKnown = chosen.every((key) => keys.has(key)) && new Set(chosen).size === chosen.length;
  const isCountRight = vote.kind === 'motion' ? chosen.length === 1 : chosen.length <= (vote.seats ?? 0);
  if (!areKnown || !isCountRight) throw new DomainError('BALLOT_CHOICES', { pointer: '/choices' });
}

/** Every ballot of a vote has one length, whatever is chosen. @param chosen checked */
export function ballotBytes(vote: Choosing, chosen: readonly string[]): Buffer {
  const keys = choicesOf(vote).map(({ key }) => key);
  const longest = keys.toSorted((one, other) => other.length - one.length).slice(0, vote.seats ?? 1);
  const size = Buffer.byteLength(JSON.stringify(longest));
  // In the order of the choices, whatever the order in which they came.
  return padded(JSON.stringify(keys.filter((key) => chosen.includes(key))), size);
}

/** Null for what is no ballot of this vote. */
export function ballotIn(vote: Choosing, bytes: Buffer): string[] | null {
  return readAnswer(unpadded(bytes), (given) => {
    const isList = Array.isArray(given) && given.every((key) => typeof key === 'string');
    if (!isList) throw new DomainError('BALLOT_CHOICES');
    checkBallot(vote, given);
    return given;
  });
}

/** Adds up ballots one by one. */
export class BallotTally {
  private readonly counts: Map<string, number>;
  voted = 0;

  constructor(vote: Choosing) {
    this.counts = new Map(choicesOf(vote).map(({ key }) => [key, 0]));
  }

  add(chosen: readonly string[]): void {
    this.voted += 1;
    for (const key of chosen) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  byChoice(): VoteChoiceCount[] {
    return [...this.counts].map(([key, count]) => ({ key, count }));
  }
}

/**
 * What a vote has found. Fewer than five ballots are not counted at all: with what others say of their own vote they would
 * tell how somebody voted. From five on the counts are published as they are, as an assembly's decision consists of them.
 */
export function resultOf(
  vote: Rule,
  entitled: number,
  { voted, counts }: { readonly voted: number; readonly counts: readonly VoteChoiceCount[] },
): VoteResultView {
  if (voted < secretVotersMin)
    return { entitled, voted, counts: null, quorate: false, carried: false, elected: [] };
  const carries = ({ count: yes }: VoteChoiceCount): boolean =>
    isCarried({ entitled, present: voted, yes }, vote.quorum, vote.majority);
  const elected = vote.kind === 'election' ? electedOf(counts.filter(carries), vote.seats ?? 0) : [];
  return {
    entitled,
    voted,
    counts: [...counts],
    quorate: isQuorate({ entitled, present: voted }, vote.quorum),
    carried:
      vote.kind === 'election'
        ? elected.length === vote.seats
        : counts.some((one) => one.key === 'yes' && carries(one)),
    elected,
  };
}

/** Those with the most votes. Of those who share the last place for more than the seats that are left, none is elected. */
function electedOf(enough: readonly VoteChoiceCount[], seats: number): string[] {
  const ranked = enough.toSorted((one, other) => other.count - one.count);
  const firstLeftOut = ranked[seats]?.count ?? -1;
  return ranked.slice(0, seats).flatMap(({ key, count }) => (count > firstLeftOut ? [key] : []));
}

/** What whoever decides by it elsewhere is told: of a motion alone, and only where it was counted. */
export function motionCounted(
  vote: Pick<VoteRow, 'id' | 'version' | 'unionId' | 'title' | 'kind' | 'closedAt'>,
  { entitled, voted, counts }: VoteResultView,
): MotionCounted | null {
  const { id, version, unionId, title, kind, closedAt } = vote;
  if (kind !== 'motion' || counts === null || closedAt === null) return null;
  const countOf = (choice: (typeof motionChoices)[number]): number =>
    counts.find(({ key }) => key === choice)?.count ?? 0;
  const [yes, no] = [countOf('yes'), countOf('no')];
  return { id, version, unionId, title, entitled, voted, yes, no, closedAt: closedAt.toISOString() };
}
