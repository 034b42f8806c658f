import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

export const correctionStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type CorrectionState = (typeof correctionStates)[number];

export class ProposeCorrectionRequest {
  @Uuid() activityId: string;
  @Uuid({ description: 'Whose attendance it is' }) personId: string;
  @Whole({ max: 100, description: 'People who were there, the person included; 0 where they were not' })
  heads: number;
  @Uuid({
    optional: true,
    description: 'For which union they came; where absent as it was, or their own where they were not there',
  })
  unionId?: string | null;
  @Text({ max: 500, example: '扫码枪没电，签到表上有本人签名。' }) reason: string;
}

export class ListCorrectionsRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(correctionStates, { optional: true, name: 'CorrectionState' }) state?: CorrectionState;
}

export class CorrectionIdRequest {
  @Uuid() correctionId: string;
}

export class RefuseCorrectionRequest {
  @Uuid() correctionId: string;
  @Text({ max: 500, example: '签到表上没有这个人。' }) reason: string;
}

/** What is to be put right, and what became of it. Names are masked. */
export class AttendanceCorrectionView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Uuid() personId: string;
  @Text() maskedName: string;
  @OneOf(correctionStates, { name: 'CorrectionState' }) state: CorrectionState;
  @Whole({ description: 'As it stood when this was proposed; 0 where they were not there' })
  headsBefore: number;
  @Whole() heads: number;
  @Uuid({ nullable: true, description: 'For which union they had come; null where they were not there' })
  unionIdBefore: string | null;
  @Uuid({ description: 'For which union they came' }) unionId: string;
  @Text({ nullable: true, description: 'Of that union' }) unionName: string | null;
  @Text({ max: 500 }) reason: string;
  @Uuid() proposedBy: string;
  @Text({ description: 'The name of who proposed it, masked' }) proposedByName: string;
  @Flag({ description: 'The caller may decide: they did not propose it, and it is not about them' })
  mayDecide: boolean;
  @Flag({ description: 'The caller has proposed it, and may withdraw it' }) mayWithdraw: boolean;
  @Instant() proposedAt: string;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @Text({ nullable: true, description: 'The name of who decided, masked' }) decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
}

const shown = query('sharing.attendance-correction.get', CorrectionIdRequest, AttendanceCorrectionView, {
  http: 'GET attendance-corrections/:correctionId',
  tag: 'check-in',
  summary: 'Shows one correction of the attendance of an activity',
});

export const attendanceCorrectionContract = {
  get: shown,
  propose: command(
    'sharing.attendance-correction.propose',
    ProposeCorrectionRequest,
    AttendanceCorrectionView,
    {
      http: 'POST activities/:activityId/attendance-corrections',
      tag: 'check-in',
      summary: 'Proposes to put right who came to a closed activity; another person decides',
      example: {
        personId: '019a0000-0000-7000-8000-000000000021',
        heads: 2,
        reason: '扫码枪没电，签到表上有本人签名。',
      },
    },
  ),
  approve: versioned(
    command('sharing.attendance-correction.approve', CorrectionIdRequest, AttendanceCorrectionView, {
      http: 'POST attendance-corrections/:correctionId/approve',
      tag: 'check-in',
      summary: 'Approves a correction: a further fact stands from now on, and cost shares are computed anew',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('sharing.attendance-correction.refuse', RefuseCorrectionRequest, AttendanceCorrectionView, {
      http: 'POST attendance-corrections/:correctionId/refuse',
      tag: 'check-in',
      summary: 'Refuses a correction, for a reason; for a second officer',
      status: 200,
      freshRoles: true,
      example: { reason: '签到表上没有这个人。' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('sharing.attendance-correction.withdraw', CorrectionIdRequest, AttendanceCorrectionView, {
      http: 'POST attendance-corrections/:correctionId/withdraw',
      tag: 'check-in',
      summary: 'Withdraws a correction that waits; for who proposed it',
      status: 200,
    }),
    shown,
  ),
  list: query(
    'sharing.attendance-correction.list',
    ListCorrectionsRequest,
    pageOf(AttendanceCorrectionView),
    {
      http: 'GET activities/:activityId/attendance-corrections',
      tag: 'check-in',
      summary: 'Lists what was to be put right in the attendance of an activity, the latest first',
    },
  ),
};
