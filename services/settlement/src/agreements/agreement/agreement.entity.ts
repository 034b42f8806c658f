import type { AgreementStateName } from '@gongxiang/contracts/sharing/sharing-events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agreement_ref')
export class AgreementRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') activityId: string;
  @Column('integer') versionNumber: number;
  @Column('text') hash: string;
  @Column('text') state: AgreementStateName;
  @Column('jsonb') terms: Record<string, unknown>;
}
