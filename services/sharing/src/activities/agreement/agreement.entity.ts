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
  /** The version of this row; the version of the agreement is `versionNumber`. */
  @Column('integer') version: number;
  @Column('integer') versionNumber: number;
  @Column('text') hash: string;
  @Column('text') state: AgreementStateName;
  @Column('boolean') overdue: boolean;
  @Column('jsonb') terms: AgreementTerms;
  /** The signing hosts, with their names and unions at that time. */
  @Column('jsonb') hosts: readonly CoHostRef[];
  @Column('jsonb') problems: readonly ProblemDto[];
  @Column('uuid') proposedBy: string;
  /** The proposing host. */
  @Column('jsonb') proposedFor: CoHostRef;
  @Column(instant) proposedAt: Date;
  @Column({ ...instant, nullable: true }) inForceAt: Date | null;
}

/**
 * A host whose signature an open version waits for; deleted when it signs, and when the version is no longer open.
 */
@Entity('agreement_awaited')
export class AgreementAwaitedRow {
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('text') partyKind: PartyKind;
  @PrimaryColumn('uuid') partyId: string;
  /** The union behind the host: its roles sign for it. */
  @Column('uuid') unionId: string;
}

@Entity('agreement_signature')
export class AgreementSignatureRow {
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('text') partyKind: PartyKind;
  @PrimaryColumn('uuid') partyId: string;
  /** The signed hash. */
  @Column('text') hash: string;
  @Column('uuid') signedBy: string;
  @Column(instant) signedAt: Date;
}
