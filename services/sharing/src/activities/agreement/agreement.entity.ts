import type { ProblemDto } from '@gongxiang/contracts/settlement/settlement-events';
import type { AgreementTerms } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { AgreementStateName } from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoHostRef } from '../activity/activity.entity.js';

@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  /** Counts the changes of this row; not the version of the agreement, which is `versionNumber`. */
  @Column('integer') version: number;
  @Column('integer') versionNumber: number;
  @Column('text') hash: string;
  @Column('text') state: AgreementStateName;
  @Column('boolean') overdue: boolean;
  @Column('jsonb') terms: AgreementTerms;
  /** Who signs, with the names and unions of that time. */
  @Column('jsonb') hosts: readonly CoHostRef[];
  @Column('jsonb') problems: readonly ProblemDto[];
  @Column('uuid') proposedBy: string;
  /** The host that proposes it. */
  @Column('jsonb') proposedFor: CoHostRef;
  @Column(instant) proposedAt: Date;
  @Column({ ...instant, nullable: true }) inForceAt: Date | null;
}

/** A host whose signature an open version waits for; gone when he signs, and when the version is open no more. */
@Entity('agreement_awaited')
export class AgreementAwaitedRow {
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('text') partyKind: PartyKind;
  @PrimaryColumn('uuid') partyId: string;
  /** The union behind the host: whose roles sign for it. */
  @Column('uuid') unionId: string;
}

@Entity('agreement_signature')
export class AgreementSignatureRow {
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('text') partyKind: PartyKind;
  @PrimaryColumn('uuid') partyId: string;
  /** The hash that was signed. */
  @Column('text') hash: string;
  @Column('uuid') signedBy: string;
  @Column(instant) signedAt: Date;
}
