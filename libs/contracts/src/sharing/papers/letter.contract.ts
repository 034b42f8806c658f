import { letterFiles } from '../../words/media-types.js';
import { command, pageOf, PageRequest, query, slow, versionedIn } from '../../core/contract.js';
import { CalendarDate, Instant, OneOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import {
  type LetterFormat,
  letterFormats,
  type LetterKind,
  letterKinds,
} from './letter-template.contract.js';
import { PrintedFileView } from '../../words/printed-file.js';

const numberPattern = /^\d{4}-\d{6,9}$/;

export class IssueLettersRequest {
  @Uuid() activityId: string;
  @Uuid() templateId: string;
  @UuidList({
    min: 1,
    max: 1_000,
    optional: true,
    description:
      'For these registrations alone; where absent, for everybody who was there (invitations: has a seat)',
  })
  registrationIds?: string[];
}

export class IssuedLettersView {
  @Uuid() activityId: string;
  @Whole({ description: 'Letters made now' }) issued: number;
  @Whole({ description: 'People who had one of this kind already' }) alreadyHad: number;
  @Text({ nullable: true, example: '2026-000001' }) firstNumber: string | null;
  @Text({ nullable: true, example: '2026-000120' }) lastNumber: string | null;
}

export class ListLettersRequest extends PageRequest {
  @Uuid() activityId: string;
}

/** A letter as an officer sees it: without names in full. */
export class LetterView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @OneOf(letterKinds, { name: 'LetterKind' }) kind: LetterKind;
  @Text({ example: '2026-000001' }) number: string;
  @Uuid({ description: 'Whose letter it is' }) personId: string;
  @Text() maskedName: string;
  @Text({ max: 60 }) templateName: string;
  @Instant() issuedAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
}

export class RevokeLetterRequest {
  @Uuid() activityId: string;
  @Uuid() letterId: string;
  @Text({ max: 200, example: '姓名与本人不符' }) reason: string;
}

export class ListMyLettersRequest extends PageRequest {}

/** A letter of one's own. */
export class MyLetterView {
  @Uuid() id: string;
  @OneOf(letterKinds, { name: 'LetterKind' }) kind: LetterKind;
  @Text({ example: '2026-000001' }) number: string;
  @Uuid() activityId: string;
  @Text({ max: 200 }) activityTitle: string;
  @Text() issuerName: string;
  @CalendarDate() issuedOn: string;
}

/** How a letter of one's own is asked for over REST. */
export class DownloadLetterRequest {
  @Uuid() letterId: string;
  @OneOf(letterFormats, { optional: true, name: 'LetterFormat', description: 'PDF where absent' })
  as?: LetterFormat;
}

/** The name comes from membership, through the gateway, as this service keeps none. */
export class RenderLetterRequest extends DownloadLetterRequest {
  @Text({ max: 100, description: "The caller's own name" }) name: string;
  @Text({ max: 300, description: 'Where the platform is reached, such as https://union.example' })
  origin: string;
}

export class VerifyLetterRequest {
  @Text({ max: 14, pattern: numberPattern, example: '2026-000001' }) number: string;
  @Text({
    min: 8,
    max: 40,
    description: 'The verification code that stands on it',
    example: 'K7QM-2XRT-9WDH',
  })
  code: string;
}

/** That a letter is genuine, and no more than one needs to compare it. */
export class LetterVerificationView {
  @Text() number: string;
  @OneOf(letterKinds, { name: 'LetterKind' }) kind: LetterKind;
  @Text({ description: 'Masked' }) maskedName: string;
  @Text({ max: 200 }) activityTitle: string;
  @CalendarDate({ description: 'The first day of the activity' }) activityOn: string;
  @Text() issuerName: string;
  @CalendarDate() issuedOn: string;
}

const shown = query('sharing.letter.list', ListLettersRequest, pageOf(LetterView), {
  http: 'GET activities/:activityId/letters',
  tag: 'letters',
  summary: 'Lists the letters of an activity in the order of their numbers, with masked names',
});

export const letterContract = {
  issue: command('sharing.letter.issue', IssueLettersRequest, IssuedLettersView, {
    http: 'POST activities/:activityId/letters',
    tag: 'letters',
    summary:
      'Issues letters from a template: invitations before the activity, all others once it is closed and who was there is final',
    example: { templateId: '019a0000-0000-7000-8000-000000000001' },
  }),
  list: shown,
  revoke: versionedIn(
    command('sharing.letter.revoke', RevokeLetterRequest, LetterView, {
      http: 'POST activities/:activityId/letters/:letterId/revoke',
      tag: 'letters',
      summary: 'Revokes a letter: it is genuine no more, and the person may have another',
      status: 200,
      example: { reason: '姓名与本人不符' },
    }),
    shown,
  ),
  listMine: query('sharing.letter.listMine', ListMyLettersRequest, pageOf(MyLetterView), {
    http: 'GET me/letters',
    tag: 'letters',
    summary: "Lists the caller's own letters, the newest first",
  }),
  render: slow(
    query('sharing.letter.render', RenderLetterRequest, PrintedFileView, {
      http: 'GET letters/:letterId/file',
      tag: 'letters',
      summary: "A letter of the caller's own, as PDF or .docx",
      files: letterFiles,
      isFileOnly: true,
    }),
  ),
  verify: query('sharing.letter.verify', VerifyLetterRequest, LetterVerificationView, {
    http: 'GET public/letters/verify',
    tag: 'public',
    summary:
      'Says to anyone whether a letter is genuine, by its number and verification code; the name is masked',
    public: true,
    remembered: true,
  }),
};
