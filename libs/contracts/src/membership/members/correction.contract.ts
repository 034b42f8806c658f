import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** What can be corrected. Birth date and sex follow from the resident number. */
export const correctedFields = ['name', 'residentNumber', 'phone'] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** `delayed`: decided, and waits for 24 hours in which the old phone can stop it; `stopped`: it did. */
export const recordCorrectionStates = [
  'waiting',
  'delayed',
  'applied',
  'refused',
  'withdrawn',
  'stopped',
] as const;
export type RecordCorrectionState = (typeof recordCorrectionStates)[number];

export class CreateCorrection {
  @Uuid({
    optional: true,
    description: 'The membership of the person; absent: the caller corrects their own record',
  })
  memberId?: string;
  @Text({ optional: true, max: 100, example: '阿依古丽·买买提' }) name?: string | null;
  @Text({ optional: true, max: 40, description: 'Resident identity number of 18 characters' })
  residentNumber?: string | null;
  @Text({ optional: true, max: 40 }) phone?: string | null;
  @Text({ optional: true, max: 300, description: 'Why, such as a new identity card' }) note?: string | null;
  @Text({
    optional: true,
    max: 100,
    description:
      'The key of an uploaded picture of the paper (PNG, JPEG or WebP); needed from the person themselves',
  })
  fileKey?: string | null;
}

export class CorrectionId {
  @Uuid() correctionId: string;
}

export class RefuseCorrection {
  @Uuid() correctionId: string;
  @Text({ max: 500, example: '照片看不清，请重新拍摄' }) reason: string;
}

export class ListCorrections extends PageRequest {
  @Uuid({ optional: true, description: 'Only of people of this union and of those below it' }) union?: string;
  @Uuid({
    optional: true,
    description:
      'Only those of the person of this membership; once it has ended, those of the time at its union',
  })
  memberId?: string;
  @OneOf(recordCorrectionStates, { optional: true, name: 'RecordCorrectionState' })
  state?: RecordCorrectionState;
  @Text({
    optional: true,
    description:
      'The whole name, resident number or phone on record: what is encrypted has no parts to search',
  })
  q?: string;
  @Flag({ optional: true, description: 'Only those of the caller’s own record' }) mine?: boolean;
  @Flag({ optional: true, description: 'Only those that wait for somebody like the caller to decide' })
  waitingForMe?: boolean;
}

/** One field before and after. Numbers are masked; whoever may decide sees the new value while it waits. */
export class CorrectedFieldView {
  @OneOf(correctedFields, { name: 'CorrectedField' }) field: CorrectedField;
  @Text({ nullable: true, example: '张*' }) before: string | null;
  @Text({ example: '章*' }) after: string;
}

export class CorrectionView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(recordCorrectionStates, { name: 'RecordCorrectionState' }) state: RecordCorrectionState;
  @Uuid() personId: string;
  @Text({ description: '张三, or 张* without the right to see it' }) personName: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @ListOf(() => CorrectedFieldView, { max: correctedFields.length }) changes: CorrectedFieldView[];
  @Flag({ description: 'The person asked for it themselves' }) byPerson: boolean;
  @Text({ description: 'Who asked for it: 张*' }) proposerName: string;
  @Instant() proposedAt: string;
  @Text({ nullable: true, max: 300 }) note: string | null;
  @Flag({ description: 'There is a picture of the paper to look at' }) hasPaper: boolean;
  @Text({ nullable: true, description: 'Who decided: 张*' }) deciderName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant({
    nullable: true,
    description: 'When a decided change of phone takes effect, while the old phone can stop it',
  })
  effectiveAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) reason: string | null;
  @Uuid({ nullable: true, description: 'The correction that this one reverses' }) reverses: string | null;
  @Flag({ description: 'The caller may apply or refuse it' }) waitsForMe: boolean;
  @Flag({ description: 'The caller may withdraw it' }) mayWithdraw: boolean;
  @Flag({ description: 'The caller may reverse it' }) mayReverse: boolean;
}

/** Where the gateway finds the picture of a paper: a file of this owner, with this content and no other. */
export class CorrectionPaperView {
  @Text() fileKey: string;
  @Uuid() ownerId: string;
  @Text({ min: 64, max: 64 }) sha256: string;
}

const shown = query('membership.correction.get', CorrectionId, CorrectionView, {
  http: 'GET corrections/:correctionId',
  tag: 'members',
  summary: 'Shows a correction, to the person and to officers of their union',
});

export const correctionContract = {
  create: command('membership.correction.create', CreateCorrection, CorrectionView, {
    http: 'POST corrections',
    tag: 'members',
    summary: 'Asks for a correction of one’s own name, number or phone, or makes one as an officer',
    freshRoles: true,
    example: { memberId: '019a0000-0000-7000-8000-000000000001', name: '章三', note: '录入时写错了姓' },
  }),
  apply: versioned(
    command('membership.correction.apply', CorrectionId, CorrectionView, {
      http: 'POST corrections/:correctionId/apply',
      tag: 'members',
      summary: 'Lets a correction take effect; neither its person nor whoever asked for it may',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('membership.correction.refuse', RefuseCorrection, CorrectionView, {
      http: 'POST corrections/:correctionId/refuse',
      tag: 'members',
      summary: 'Refuses a correction with a reason',
      status: 200,
      freshRoles: true,
      example: { reason: '照片看不清，请重新拍摄' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('membership.correction.withdraw', CorrectionId, CorrectionView, {
      http: 'POST corrections/:correctionId/withdraw',
      tag: 'members',
      summary: 'Withdraws a correction that one has asked for',
      status: 200,
    }),
    shown,
  ),
  reverse: versioned(
    command('membership.correction.reverse', CorrectionId, CorrectionView, {
      http: 'POST corrections/:correctionId/reverse',
      tag: 'members',
      summary: 'Makes another correction back to the values before, as long as they are kept (30 days)',
      freshRoles: true,
    }),
    shown,
  ),
  get: shown,
  list: query('membership.correction.list', ListCorrections, pageOf(CorrectionView), {
    http: 'GET corrections',
    tag: 'members',
    summary: 'Lists corrections of people of one’s unions, or one’s own, newest first',
  }),
  getPaper: query('membership.correction.getPaper', CorrectionId, CorrectionPaperView, {
    http: 'GET corrections/:correctionId/paper',
    tag: 'members',
    summary: 'The picture of the paper, for whoever may decide and for whoever sent it',
    files: ['image/png', 'image/jpeg', 'image/webp'],
    isFileOnly: true,
  }),
};
