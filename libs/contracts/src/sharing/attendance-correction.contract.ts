import { command, pageOf, PageRequest, query, versioned } from '../contract.js';
import { Flag, Instant, OneOf, Text, Uuid, Whole } from '../fields.js';

export const correctionStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type CorrectionState = (typeof correctionStates)[number];

export class ProposeCorrectionRequest {
  @Uuid() activityId: string;
  @Uuid({ description: 'Whose attendance it is' }) personId: string;
  @Whole({ max: 100, description: 'People who were there, himself counted; 0 where he was not' })
  heads: number;
  @Uuid({
    optional: true,
    description: 'For which union he came; where absent as it was, or his own where he was not there',
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
  @Whole({ description: 'As it stood when this was proposed; 0 where he was not there' }) headsBefore: number;
  @Whole() heads: number;
  @Uuid({ nullable: true, description: 'For which union he had come; null where he was not there' })
  unionIdBefore: string | null;
  @Uuid({ description: 'For which union he came' }) unionId: string;
  @Text({ nullable: true, description: 'Of that union' }) unionName: string | null;
  @Text({ max: 500 }) reason: string;
  @Text({ description: 'The name of who proposed it, masked' }) proposedByName: string;
  @Flag({ description: 'The caller may decide: he neither proposed it nor is it about him' })
  mayDecide: boolean;
  @Flag({ description: 'The caller has proposed it, and may withdraw it' }) mayWithdraw: boolean;
  @Instant() proposedAt: string;
  @Text({ nullable: true, description: 'The name of who decided, masked' }) decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
}

const shown = query('sharing.attendance-correction.get', CorrectionIdRequest, AttendanceCorrectionView);

export const attendanceCorrectionContract = {
  get: shown,
  propose: command(
    'sharing.attendance-correction.propose',
    ProposeCorrectionRequest,
    AttendanceCorrectionView,
  ),
  approve: versioned(
    command('sharing.attendance-correction.approve', CorrectionIdRequest, AttendanceCorrectionView),
    shown,
  ),
  refuse: versioned(
    command('sharing.attendance-correction.refuse', RefuseCorrectionRequest, AttendanceCorrectionView),
    shown,
  ),
  withdraw: versioned(
    command('sharing.attendance-correction.withdraw', CorrectionIdRequest, AttendanceCorrectionView),
    shown,
  ),
  list: query('sharing.attendance-correction.list', ListCorrectionsRequest, pageOf(AttendanceCorrectionView)),
};
