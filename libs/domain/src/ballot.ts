/** Which part of those who may vote has to take part: more than half, or at least two thirds. */
export type BallotQuorum = 'half' | 'twoThirds';

/** Who has to say yes: more than half of those who take part, more than half of all who may vote, or half of all and more. */
export type BallotMajority = 'present' | 'all' | 'halfOfAll';

export interface BallotCounts {
  /** All who may vote. */
  readonly entitled: number;
  /** Those who were there, or who voted where votes are not cast in one room. */
  readonly present: number;
  readonly yes: number;
}

/** Whether enough of those who may vote took part. Exactly two thirds are enough; exactly half is not. */
export function isQuorate(
  { entitled, present }: Pick<BallotCounts, 'entitled' | 'present'>,
  quorum: BallotQuorum,
): boolean {
  return quorum === 'half' ? present * 2 > entitled : present * 3 >= entitled * 2;
}

/**
 * Whether an assembly has carried something: enough of those who may vote were there, and enough said yes. Exactly half is
 * enough for `halfOfAll` alone, as what is “半数以上” has half in it (民法典 1259).
 */
export function isCarried(counts: BallotCounts, quorum: BallotQuorum, majority: BallotMajority): boolean {
  return isQuorate(counts, quorum) && isEnough(counts, majority);
}

function isEnough({ yes, entitled, present }: BallotCounts, majority: BallotMajority): boolean {
  if (majority === 'halfOfAll') return yes * 2 >= entitled;
  return yes * 2 > (majority === 'all' ? entitled : present);
}

/** What is chosen of in a motion. */
export const motionChoices = ['yes', 'no', 'abstain'] as const;
export const candidatesMax = 20;
/** With fewer on its roll, or fewer ballots, a vote is not secret: nobody is asked, or nothing is counted. */
export const secretVotersMin = 5;
