import { command, pageOf, PageRequest, query, slow, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  ListOf,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { type ScoreSubjectKind, scoreSubjectKinds } from '../score-subject.js';

export const recognitionStates = ['granted', 'revoked'] as const;
export type RecognitionLife = (typeof recognitionStates)[number];
export const recognitionLevelsMax = 10;

/** One level and who has it; of several that fit, the first in the list is given. */
export class RecognitionLevelDto {
  @Text({ max: 60, example: '一等奖' }) level: string;
  @Whole({ optional: true, min: 1, max: 1_000_000, description: 'Down to this place' }) lastPlace?:
    number | null;
  @Fraction({
    optional: true,
    min: 0,
    max: 100,
    description: 'From this score on, in the unit of the ranking',
  })
  leastScore?: number | null;
}

export class GrantRecognitionsRequest {
  @Uuid({ description: 'A final ranking' }) rankingId: string;
  @Text({ max: 100, example: '2026年度优秀品牌活动' }) title: string;
  @Whole({ min: 2000, max: 2200, example: 2026 }) year: number;
  @Flag({ optional: true, description: 'By places within the groups, not over all' }) withinGroups?: boolean;
  @ListOf(() => RecognitionLevelDto, { min: 1, max: recognitionLevelsMax }) levels: RecognitionLevelDto[];
}

export class GrantedLevelView {
  @Text({ max: 60 }) level: string;
  @Whole() granted: number;
}

export class GrantedRecognitionsView {
  @Uuid() rankingId: string;
  @Whole({ min: 1 }) granted: number;
  @ListOf(() => GrantedLevelView, { max: recognitionLevelsMax }) levels: GrantedLevelView[];
}

export class RecognitionIdRequest {
  @Uuid() recognitionId: string;
}

export class ListRecognitionsRequest extends PageRequest {
  @Uuid({ optional: true }) rankingId?: string;
  @OneOf(scoreSubjectKinds, { optional: true, name: 'ScoreSubjectKind' }) subjectKind?: ScoreSubjectKind;
  @Uuid({ optional: true }) subjectId?: string;
  @Whole({ optional: true, min: 2000, max: 2200 }) year?: number;
  @OneOf(recognitionStates, { optional: true, name: 'RecognitionLife' }) state?: RecognitionLife;
  @Text({ optional: true, description: 'Only those whose title or name contains this' }) q?: string;
}

export class RevokeRecognitionRequest {
  @Uuid() recognitionId: string;
  @Text({ max: 500 }) reason: string;
}

/** The address of the platform comes from the gateway. */
export class RenderRecognitionRequest extends RecognitionIdRequest {
  @Text({ max: 300, description: 'Where the platform is reached, such as https://union.example' })
  origin: string;
}

export class VerifyRecognitionRequest {
  @Text({
    min: 8,
    max: 40,
    description: 'The code that stands on the certificate',
    example: 'K7QM-2XRT-9WDH',
  })
  code: string;
}

export class RecognitionView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() rankingId: string;
  @OneOf(scoreSubjectKinds, { name: 'ScoreSubjectKind' }) subjectKind: ScoreSubjectKind;
  @Uuid() subjectId: string;
  @Text() subjectName: string;
  @Uuid() issuerUnionId: string;
  @Text() issuerName: string;
  @Text({ max: 100 }) title: string;
  @Text({ max: 60 }) level: string;
  @Whole() year: number;
  @Whole({ min: 1, description: 'The place by which it was given' }) place: number;
  @OneOf(recognitionStates, { name: 'RecognitionLife' }) state: RecognitionLife;
  @Text({ description: 'By which anyone can verify it' }) code: string;
  @Instant() grantedAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Text({ nullable: true, max: 500 }) revokeReason: string | null;
}

/** No more than one needs to compare a certificate. */
export class RecognitionVerificationView {
  @Text({ max: 100 }) title: string;
  @Text({ max: 60 }) level: string;
  @Whole() year: number;
  @Text() subjectName: string;
  @Text() issuerName: string;
  @CalendarDate() grantedOn: string;
  @Flag({ description: 'False once it is revoked' }) valid: boolean;
}

const shown = query('evaluation.recognition.get', RecognitionIdRequest, RecognitionView, {
  http: 'GET recognitions/:recognitionId',
  tag: 'recognitions',
  summary: 'One recognition',
});

export const recognitionContract = {
  grant: command('evaluation.recognition.grant', GrantRecognitionsRequest, GrantedRecognitionsView, {
    http: 'POST recognitions',
    tag: 'recognitions',
    summary: 'Gives recognitions by the places or scores of a final ranking; never to persons',
    example: {
      rankingId: '01936d5e-0000-7000-8000-000000000001',
      title: '2026年度优秀活动',
      year: 2026,
      withinGroups: false,
      levels: [
        { level: '一等奖', lastPlace: 1 },
        { level: '二等奖', lastPlace: 3 },
      ],
    },
  }),
  list: query('evaluation.recognition.list', ListRecognitionsRequest, pageOf(RecognitionView), {
    http: 'GET recognitions',
    tag: 'recognitions',
    summary: 'Recognitions, newest first',
  }),
  get: shown,
  revoke: versioned(
    command('evaluation.recognition.revoke', RevokeRecognitionRequest, RecognitionView, {
      http: 'POST recognitions/:recognitionId/revoke',
      tag: 'recognitions',
      summary: 'Revokes a recognition, with the reason: its certificate is valid no more',
      status: 200,
      example: { reason: '更正后的排名不再符合条件' },
    }),
    shown,
  ),
  render: slow(
    query('evaluation.recognition.render', RenderRecognitionRequest, PrintedFileView, {
      http: 'GET recognitions/:recognitionId/file',
      tag: 'recognitions',
      summary: 'The certificate as PDF, with a code that anyone can verify',
      files: ['application/pdf'],
      isFileOnly: true,
    }),
  ),
  verify: query('evaluation.recognition.verify', VerifyRecognitionRequest, RecognitionVerificationView, {
    http: 'GET public/recognitions/verify',
    tag: 'public',
    summary: 'Says to anyone whether a certificate is genuine and valid, by its code',
    public: true,
    remembered: true,
  }),
};
