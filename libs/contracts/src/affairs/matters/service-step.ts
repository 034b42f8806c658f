import { ListOf, Nested, OneOf, Text, TextList, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { TermDto } from './term.js';

/**
 * What has to happen before a step is over. Each kind is a rule of its own:
 * - `record`: something is written down
 * - `statements`: so many people have each said yes or no with their reasons, more of them yes
 * - `publicNotice`: a text stands in public for so many working days
 * - `signatures`: everybody who has to sign has signed
 * - `ballot`: an assembly has voted, with quorum and majority
 * - `opinions`: each of several bodies has agreed
 * - `remedies`: what was found wrong was looked at again and is mended
 * - `reward`: a benefit is worked out, and the reward for it with its shares
 * - `outsideDecision`: papers were forwarded to another body, and that body has granted what is asked for
 * - `hardshipKind`: of which kind of hardship it is, by the table of the day on which the matter was sent; it has failed where it is of none
 * - `householdPlan`: the plan of a household is agreed; it has failed where the household has one already, which the matter joined
 */
export const serviceStepKinds = [
  'record',
  'statements',
  'publicNotice',
  'signatures',
  'ballot',
  'opinions',
  'remedies',
  'reward',
  'outsideDecision',
  'hardshipKind',
  'householdPlan',
] as const;
export type ServiceStepKind = (typeof serviceStepKinds)[number];

/** Which part of those who may vote has to be there: more than half, or at least two thirds. */
export const ballotQuorums = ['half', 'twoThirds'] as const;
export type BallotQuorum = (typeof ballotQuorums)[number];

/** Who has to say yes: more than half of those who are there, more than half of all who may vote, or half of all and more. */
export const ballotMajorities = ['present', 'all', 'halfOfAll'] as const;
export type BallotMajority = (typeof ballotMajorities)[number];

export const stepsMax = 15;
export const stepBodiesMax = 10;
export const rewardSharesMax = 10;
export const stepIdPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** One part of a reward. */
export class RewardShareDto {
  @Text({ max: 40, example: '提出人' }) label: string;
  @Whole({ min: 1, max: 10_000, description: 'Against the weights of the others', example: 60 })
  weight: number;
}

/** A step on the way to a decision. Which of the settings it has depends on its kind. */
export class ServiceStepDto {
  @Text({
    max: 40,
    pattern: stepIdPattern,
    description: 'Stays the same when the label changes',
    example: 'notice',
  })
  id: string;
  @OneOf(serviceStepKinds, { name: 'ServiceStepKind' }) kind: ServiceStepKind;
  @Text({ max: 60, example: '公示' }) label: string;
  @Text({ optional: true, max: 500, description: 'What has to be done, and where that is written' })
  help?: string | null;
  @Nested(() => TermDto, { optional: true, description: 'From the end of the step before' })
  within?: TermDto | null;
  @Text({
    optional: true,
    max: 40,
    pattern: stepIdPattern,
    description: 'An earlier step: if that one has passed, this one is left out',
  })
  unless?: string | null;
  @Whole({ optional: true, min: 1, max: 20, description: 'Of `statements`: how many people speak' })
  people?: number | null;
  @Whole({ optional: true, min: 1, max: 60, description: 'Of `publicNotice`: working days' })
  days?: number | null;
  @Text({
    optional: true,
    max: 40,
    description:
      'Of `signatures`: the question whose answer is how many have to sign; else it is said with them',
  })
  question?: string | null;
  @OneOf(ballotQuorums, { optional: true, name: 'BallotQuorum' }) quorum?: BallotQuorum | null;
  @OneOf(ballotMajorities, { optional: true, name: 'BallotMajority' }) majority?: BallotMajority | null;
  @TextList({ optional: true, max: stepBodiesMax, length: 60, description: 'Of `opinions`: who is asked' })
  bodies?: string[] | null;
  @Text({
    optional: true,
    max: 60,
    description: 'Of `outsideDecision`: who decides',
    example: '中国职工保险互助会办事处',
  })
  body?: string | null;
  @Whole({
    optional: true,
    min: 1,
    max: 1_000,
    description: 'Of `reward`: thousandths of the benefit',
    example: 50,
  })
  rate?: number | null;
  @Nested(() => Money, { optional: true, description: 'Of `reward`: no more than that' })
  cap?: Money | null;
  @ListOf(() => RewardShareDto, { optional: true, max: rewardSharesMax, description: 'Of `reward`' })
  shares?: RewardShareDto[] | null;
}
