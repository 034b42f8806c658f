import { type PartyKind, partyKinds } from '@gongxiang/domain';
import { Flag, Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** A party with the name that it had when it joined; a person's is masked. */
export class NamedPartyView {
  @OneOf(partyKinds, { name: 'PartyKind' }) kind: PartyKind;
  @Uuid() id: string;
  @Text() name: string;
}

/** A draw that gives its seats, as far as every page of the activity needs to know of it. */
export class ActivityDrawView {
  @Uuid() id: string;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Flag({ description: 'It is not drawn yet: until then nobody gets a seat by signing up' }) decides: boolean;
}

/** A queue before its opening, as far as every page of the activity needs to know of it. */
export class ActivityQueueView {
  @Instant({ description: 'From when on one may take a place' }) joinFrom: string;
  @Instant({ description: 'When the first is let in' }) opensAt: string;
  @Whole({ min: 1, description: 'How many are let in a minute' }) perMinute: number;
}

/** Of which brand it is an edition, with the names of the time when it became one. */
export class ActivityBrandView {
  @Uuid() id: string;
  @Text({ max: 100 }) name: string;
  @Text({ description: 'The union that held it first' }) founder: string;
  @Whole({ min: 1, description: 'Which edition it is' }) edition: number;
}

/** The picture by which an activity is known in lists. */
export class CoverView {
  @Uuid({ description: 'The picture' }) id: string;
  @Text({ description: 'What it shows, for who does not see it' }) alt: string;
}

export const proposalStates = ['waiting', 'sponsored', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What a worker has proposed. Once their union sponsors it the union organises it, and their name stays. */
export class ActivityProposalView {
  @Nested(() => NamedPartyView, { description: 'The worker, by their masked name' }) proposer: NamedPartyView;
  @OneOf(proposalStates, { name: 'ProposalState' }) state: ProposalState;
  @Text({ nullable: true, max: 500, description: 'Why it was declined' }) reason: string | null;
  @Whole({ nullable: true, description: 'For how many people about' }) heads: number | null;
  @Text({ nullable: true, max: 1_000, description: 'What is needed for it' }) needed: string | null;
  @Instant() proposedAt: string;
}
