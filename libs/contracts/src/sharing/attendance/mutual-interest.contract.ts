import { command, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** `notOffered` where it is no matchmaking, or is not held; `notBegun` until the activity begins. */
export const interestSteps = ['notOffered', 'notBegun', 'open', 'over'] as const;
export type InterestStep = (typeof interestSteps)[number];

export const interestParticipantsMax = 500;
const participantMeaning = 'Of this person for the caller alone: everybody else sees another id';

export class InterestProfileDto {
  @Text({ max: 30, description: 'A nickname, or the number on the badge', example: '12 号 小林' })
  tag: string;
  @Text({ optional: true, max: 200, description: 'A few words for the others' }) introduction?: string | null;
  @Text({
    max: 100,
    description: 'Shown only to whom one has chosen and by whom one was chosen',
    example: '微信 lin-12',
  })
  contact: string;
}

export class TakePartInInterestRequest extends InterestProfileDto {
  @Uuid() activityId: string;
  @Whole({
    optional: true,
    min: 1,
    max: 1_000_000,
    description:
      'The version of the text that the caller has read and agrees to; needed until they have agreed',
  })
  consentVersion?: number | null;
}

export class MutualInterestRequest {
  @Uuid() activityId: string;
}

export class InterestChoiceRequest {
  @Uuid() activityId: string;
  @Uuid({ description: participantMeaning }) participantId: string;
}

export class InterestParticipantView {
  @Uuid({ description: participantMeaning }) id: string;
  @Text({ max: 30 }) tag: string;
  @Text({ nullable: true, max: 200 }) introduction: string | null;
  @Flag({ description: 'The caller has said yes; nobody else can know' }) chosen: boolean;
}

export class InterestMatchView {
  @Uuid({ description: participantMeaning }) id: string;
  @Text({ max: 30 }) tag: string;
  @Text({ nullable: true, max: 200 }) introduction: string | null;
  @Text({ nullable: true, max: 100, description: 'Null once one of the two has withdrawn' }) contact:
    string | null;
  @Flag({ description: 'One of the two has withdrawn' }) ended: boolean;
  @Instant({ description: 'Shown until then' }) keptUntil: string;
}

export class MutualInterestView {
  @Uuid() activityId: string;
  @OneOf(interestSteps, { name: 'InterestStep' }) step: InterestStep;
  @Instant({ description: 'When the choices end and are erased' }) endsAt: string;
  @Flag({ description: 'Was the caller there, as far as the door knows?' }) wasThere: boolean;
  @Nested(() => InterestProfileDto, { nullable: true, description: 'What the others see of the caller' })
  me: InterestProfileDto | null;
  @ListOf(() => InterestParticipantView, { max: interestParticipantsMax, description: 'By tag' })
  participants: InterestParticipantView[];
  @Whole({
    nullable: true,
    min: 1,
    description:
      'The version of the text to agree to before taking part; null where the caller has agreed to it',
  })
  consentAsked: number | null;
  @Whole() choicesMax: number;
  @Whole() choicesLeft: number;
  @ListOf(() => InterestMatchView, { max: interestParticipantsMax, description: 'Who both said yes' })
  matches: InterestMatchView[];
}

/** Says nothing of what came of it: answers to commands are kept for replays, and what is kept can be read. */
export class InterestNotedView {
  @Uuid() activityId: string;
}

export const mutualInterestContract = {
  get: query('sharing.mutual-interest.get', MutualInterestRequest, MutualInterestView, {
    http: 'GET activities/:activityId/mutual-interest',
    tag: 'matchmaking',
    summary: 'Shows who takes part, whom the caller has chosen, and who chose and was chosen by the caller',
  }),
  takePart: command('sharing.mutual-interest.takePart', TakePartInInterestRequest, InterestNotedView, {
    http: 'PUT activities/:activityId/mutual-interest/me',
    tag: 'matchmaking',
    summary: 'Takes part, or changes what the others see; for those who were there',
    example: { tag: '12 号 小林', introduction: '喜欢爬山和做饭', contact: '微信 lin-12', consentVersion: 1 },
  }),
  leave: command('sharing.mutual-interest.leave', MutualInterestRequest, InterestNotedView, {
    http: 'DELETE activities/:activityId/mutual-interest/me',
    tag: 'matchmaking',
    summary: 'Takes part no more: choices are erased, and nobody sees the caller’s line any more',
  }),
  choose: command('sharing.mutual-interest.choose', InterestChoiceRequest, InterestNotedView, {
    http: 'PUT activities/:activityId/mutual-interest/choices/:participantId',
    tag: 'matchmaking',
    summary: 'Says yes in secret; only if the other one does too, both learn it',
  }),
  withdraw: command('sharing.mutual-interest.withdraw', InterestChoiceRequest, InterestNotedView, {
    http: 'DELETE activities/:activityId/mutual-interest/choices/:participantId',
    tag: 'matchmaking',
    summary: 'Takes the yes back without a trace; where both had said it, neither sees the other’s line',
  }),
};
