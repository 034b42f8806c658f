import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { hardshipLabelMax } from './hardship-kind.contract.js';
import {
  rewardSharesMax,
  stepBodiesMax,
  type ServiceStepKind,
  serviceStepKinds,
  stepIdPattern,
} from './service-step.js';

/**
 * How far a step is: an earlier one is not over; nothing is written; something lacks; passed; over, but not passed;
 * left out, as it is not needed.
 */
export const matterStepProgress = ['ahead', 'open', 'running', 'passed', 'failed', 'leftOut'] as const;
export type MatterStepProgress = (typeof matterStepProgress)[number];

/** What is written in one step of one matter, all together. */
export const stepMarksMax = 50;
export const stepTextMax = 2_000;
export const stepNumberMax = 60;
export const planReasonMax = 500;
export const signersMax = 30;
export const votersMax = 100_000;

/** What somebody writes in a step. Which of it is needed depends on the kind of the step. */
export class StepWords {
  @Text({
    optional: true,
    max: stepTextMax,
    description: 'Of all kinds; of a public notice, what stands in public',
    example: '双方同意分两次付清。',
  })
  text?: string | null;
  @Flag({
    optional: true,
    description:
      'Of a statement or an opinion; of a remedy, that it is mended; of an outside decision, that it is granted, and absent while papers are forwarded; of a kind of hardship, that it is of one',
  })
  agrees?: boolean | null;
  @CalendarDate({
    optional: true,
    description:
      'Of a public notice, the day on which it begins; of something found, by when it is to be mended; of an outside decision, when papers were forwarded or it was made',
  })
  on?: string | null;
  @Whole({ optional: true, min: 1, max: signersMax, description: 'Of signatures: how many have to sign' })
  adults?: number | null;
  @TextList({ optional: true, max: signersMax, length: 60, description: 'Of signatures: who has signed' })
  signed?: string[] | null;
  @Whole({ optional: true, min: 1, max: votersMax, description: 'Of a ballot: who may vote' })
  entitled?: number | null;
  @Whole({ optional: true, max: votersMax, description: 'Of a ballot' }) present?: number | null;
  @Whole({ optional: true, max: votersMax, description: 'Of a ballot' }) yes?: number | null;
  @Whole({ optional: true, max: votersMax, description: 'Of a ballot' }) no?: number | null;
  @Uuid({
    optional: true,
    description:
      'Of a ballot: the secret vote of the union that has the matter; its counts are those of the vote',
  })
  voteId?: string | null;
  @Text({ optional: true, max: 60, description: 'Of opinions: which of the bodies' }) body?: string | null;
  @Uuid({ optional: true, description: 'Of remedies: what was found, now that it is looked at again' })
  found?: string | null;
  @Nested(() => Money, { optional: true, description: 'Of a reward: the benefit' }) benefit?: Money | null;
  @Text({
    optional: true,
    max: stepNumberMax,
    description: 'Of an outside decision: the number that the body gave to the papers, then to its decision',
    example: '互保受〔2026〕0311',
  })
  number?: string | null;
  @Nested(() => Money, {
    optional: true,
    description: 'Of an outside decision that grants it: what the body pays',
  })
  amount?: Money | null;
  @Uuid({
    optional: true,
    description: 'Of a kind of hardship: which one, of those of the day on which the matter was sent',
  })
  hardshipKindId?: string | null;
  @Nested(() => Money, {
    optional: true,
    description: 'Of a kind of hardship: what the household has, a head and month',
  })
  income?: Money | null;
  @Text({
    optional: true,
    max: hardshipLabelMax,
    description: 'Of a kind of hardship: its name in the table, which is never typed',
  })
  hardshipLabel?: string | null;
  @Nested(() => Money, {
    optional: true,
    description: 'Of a kind of hardship: its limit in the table, which is never typed',
  })
  incomeMax?: Money | null;
  @Text({
    optional: true,
    max: 60,
    description: 'Of a household plan: who answers for it',
    example: '刘主席',
  })
  responsible?: string | null;
  @Text({
    optional: true,
    max: 60,
    description: 'Of a household plan: who is paired with the household and helps it',
    example: '车间书记周师傅',
  })
  helper?: string | null;
  @Flag({
    optional: true,
    description:
      'Of a household plan: none is agreed here, as the matter joins the plan that the household has already',
  })
  joins?: boolean | null;
  @Text({
    optional: true,
    max: planReasonMax,
    description:
      'Of a household plan: why it is amended; with it a new version of the plan of this matter is written, and the earlier one stays',
    example: '孩子转学，助学金标准有变',
  })
  reason?: string | null;
}

/** Something that somebody has written in a step. */
export class StepMarkView {
  @Uuid() id: string;
  @Instant() at: string;
  @Uuid() by: string;
  @Text({ nullable: true, description: 'Masked' }) byName: string | null;
  @Nested(() => StepWords) words: StepWords;
  @Flag({
    description:
      'Of a household plan: a new version that waits for a second person; until then the one before holds',
  })
  waits: boolean;
  @Text({ nullable: true, description: 'Of a household plan: the second person, masked' })
  confirmedByName: string | null;
  @Flag({ description: 'The caller may take it back' }) removable: boolean;
}

/** One part of a reward, to the fen. */
export class RewardPartView {
  @Text({ max: 40 }) label: string;
  @Nested(() => Money) amount: Money;
}

/** Where papers are that another body decides on. Each is null as long as it is not known. */
export class OutsideDecisionView {
  @Text({ max: 60, description: 'Who decides' }) body: string;
  @CalendarDate({ nullable: true }) forwardedOn: string | null;
  @Text({ nullable: true, max: stepNumberMax, description: 'Which the body gave to the papers' })
  receipt: string | null;
  @CalendarDate({ nullable: true }) decidedOn: string | null;
  @Flag({ nullable: true }) granted: boolean | null;
  @Text({ nullable: true, max: stepNumberMax, description: 'Which the body gave to its decision' })
  reference: string | null;
  @Nested(() => Money, { nullable: true, description: 'What the body pays; it can be granted without' })
  amount: Money | null;
}

export class MatterStepView {
  @Text({ max: 40, pattern: stepIdPattern, example: 'notice' }) id: string;
  @OneOf(serviceStepKinds, { name: 'ServiceStepKind' }) kind: ServiceStepKind;
  @Text({ max: 60 }) label: string;
  @Text({ nullable: true, max: 500 }) help: string | null;
  @TextList({ max: stepBodiesMax, length: 60, description: 'Of opinions: who is asked' }) bodies: string[];
  @Flag({ description: 'Of signatures: the person has said how many have to sign' }) isAsked: boolean;
  @OneOf(matterStepProgress, { name: 'MatterStepProgress' }) progress: MatterStepProgress;
  @CalendarDate({
    nullable: true,
    description:
      'Of a public notice, its last day; of remedies, the day on which the next one is to be mended',
  })
  until: string | null;
  @Instant({ nullable: true, description: 'By when it is to be over, where the service says so' })
  dueAt: string | null;
  @Flag() overdue: boolean;
  @Whole({ nullable: true, description: 'How many statements, signatures, opinions or remedies lack' })
  lacking: number | null;
  @ListOf(() => RewardPartView, { max: rewardSharesMax, description: 'Of a reward that is worked out' })
  parts: RewardPartView[];
  @Nested(() => OutsideDecisionView, {
    nullable: true,
    description: 'Of an outside decision; for whoever brought the matter, too',
  })
  outside: OutsideDecisionView | null;
  @ListOf(() => StepMarkView, { max: stepMarksMax, description: 'None for whoever brought the matter' })
  marks: StepMarkView[];
  @Flag({ description: 'The caller may write in it now' }) writable: boolean;
  @Flag({
    description: 'Of a household plan: the caller may have the matter join the plan of the household now',
  })
  joinable: boolean;
  @Flag({ description: 'Of a household plan: the caller may write a new version of it now' })
  amendable: boolean;
}

/** The last day of a right. */
export class LimitationView {
  @Text({ max: 100, example: '申请劳动仲裁的时效' }) label: string;
  @CalendarDate() lastDay: string;
  @Whole({ min: -100_000, description: 'Calendar days until then; below 0 once it is past' })
  daysLeft: number;
}
