import { command, pageOf, PageRequest, query } from '../contract.js';
import { Flag, Instant, OneOf, Text, Uuid } from '../fields.js';

export const appealStates = ['open', 'upheld', 'rejected'] as const;
export type AppealState = (typeof appealStates)[number];

export class AppealRankingRequest {
  @Uuid() rankingId: string;
  @Uuid({ description: 'What is ranked, or was left out' }) subjectId: string;
  @Text({ max: 2_000 }) text: string;
}

export class ListRankingAppealsRequest extends PageRequest {
  @Uuid() rankingId: string;
}

export class DecideAppealRequest {
  @Uuid() rankingId: string;
  @Uuid() appealId: string;
  @Flag({ description: 'It is right: the ranking is computed anew' }) upheld: boolean;
  @Text({ max: 2_000 }) answer: string;
}

export class RankingAppealView {
  @Uuid() id: string;
  @Uuid() rankingId: string;
  @Uuid() subjectId: string;
  @Text() subjectName: string;
  @Uuid() unionId: string;
  @Text({ nullable: true }) unionName: string | null;
  @Text({ max: 2_000 }) text: string;
  @OneOf(appealStates, { name: 'AppealState' }) state: AppealState;
  @Text({ nullable: true, max: 2_000 }) answer: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export const rankingAppealContract = {
  appeal: command('evaluation.ranking-appeal.appeal', AppealRankingRequest, RankingAppealView),
  list: query('evaluation.ranking-appeal.list', ListRankingAppealsRequest, pageOf(RankingAppealView)),
  decide: command('evaluation.ranking-appeal.decide', DecideAppealRequest, RankingAppealView),
};
