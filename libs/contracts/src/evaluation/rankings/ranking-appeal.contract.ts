import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, Text, Uuid } from '../../core/fields.js';
import { rankingContract } from './ranking.contract.js';

export const appealStates = ['open', 'upheld', 'rejected'] as const;
export type AppealState = (typeof appealStates)[number];

/** What shows that an appeal is right. */
export class AppealAttachment {
  @Text({ description: 'The key of a file that the caller has uploaded: nobody else’s is given out' })
  fileKey: string;
  @Text({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, description: 'SHA-256 of the file, in hex' })
  sha256: string;
  @Text({ max: 200, description: 'Under which it is saved', example: '签到表.pdf' }) name: string;
}

export class AppealRankingRequest {
  @Uuid() rankingId: string;
  @Uuid({ description: 'What is ranked, or was left out' }) subjectId: string;
  @Text({ max: 2_000 }) text: string;
  @Nested(() => AppealAttachment, { optional: true, description: 'A PDF, PNG or JPEG' })
  attachment?: AppealAttachment;
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

export class RankingAppealIdRequest {
  @Uuid() rankingId: string;
  @Uuid() appealId: string;
}

/** Where the gateway finds an attachment: a file of the person who appealed, with the content that they declared. */
export class AppealAttachmentView extends AppealAttachment {
  @Uuid() ownerId: string;
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
  @Text({ nullable: true, max: 200, description: 'Of the file that came with it' }) attachmentName:
    string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export const rankingAppealContract = {
  appeal: command('evaluation.ranking-appeal.appeal', AppealRankingRequest, RankingAppealView, {
    http: 'POST rankings/:rankingId/appeals',
    tag: 'scores',
    summary: 'An officer of what is ranked, or was left out, says why that is wrong, while the notice lasts',
    example: {
      subjectId: '01936d5e-0000-7000-8000-000000000001',
      text: '到场率漏计了第二场的签到',
    },
  }),
  list: query('evaluation.ranking-appeal.list', ListRankingAppealsRequest, pageOf(RankingAppealView), {
    http: 'GET rankings/:rankingId/appeals',
    tag: 'scores',
    summary: 'Appeals against a ranking: all for whoever decides, for officers those of their unions',
  }),
  getAttachment: query(
    'evaluation.ranking-appeal.get-attachment',
    RankingAppealIdRequest,
    AppealAttachmentView,
    {
      http: 'GET rankings/:rankingId/appeals/:appealId/attachment',
      tag: 'scores',
      summary: 'What came with an appeal as a file: for whoever decides, and for officers of what is ranked',
      files: ['application/pdf', 'image/png', 'image/jpeg'],
      isFileOnly: true,
    },
  ),
  decide: versioned(
    command('evaluation.ranking-appeal.decide', DecideAppealRequest, RankingAppealView, {
      http: 'POST rankings/:rankingId/appeals/:appealId/decide',
      tag: 'scores',
      summary: 'Decides an appeal, never whoever made the ranking: one that is right asks for a revision',
      status: 200,
      example: { upheld: true, answer: '经核对属实，将按更正后的到场记录重新排名' },
    }),
    rankingContract.get,
  ),
};
