import { day, fen } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of hardship, as the federation has it for some time. */
@Entity('hardship_kind')
export class HardshipKindRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') label: string;
  /** A head and month; null where there is no such limit. */
  @Column({ ...fen, nullable: true }) incomeMaxFen: bigint | null;
  @Column('text') source: string;
  @Column(day) validFrom: string;
  /** The last day; null as long as nobody knows it. */
  @Column({ ...day, nullable: true }) validUntil: string | null;
  /** A matter was judged by it. */
  @Column('boolean') used: boolean;
}
