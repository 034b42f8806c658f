import type { VoucherSubject } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface MappedSubject {
  readonly subject: VoucherSubject;
  readonly code: string;
  readonly name: string;
}

/** A union's mapping of subjects that differ from the default. */
@Entity('voucher_subject_map')
export class VoucherSubjectMapRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('integer') version: number;
  @Column('jsonb') subjects: MappedSubject[];
  @Column('uuid') changedBy: string;
  @Column(instant) changedAt: Date;
}
