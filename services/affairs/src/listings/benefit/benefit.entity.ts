import type { BulletinAudience } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  BenefitCategory,
  BenefitState,
  BenefitWay,
} from '@gongxiang/contracts/affairs/listings/benefit.contract';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What members get from a merchant with whom a union has agreed on it. */
@Entity('benefit')
export class BenefitRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') state: BenefitState;
  @Column('text') merchant: string;
  @Column('text') title: string;
  /** Title and merchant, in which one searches. */
  @Column('text') foundBy: string;
  /** Of both, as people type it. */
  @Column('text') pinyin: string;
  @Column('text') category: BenefitCategory;
  @Column('text') way: BenefitWay;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) link: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) district: string | null;
  @Column('text', { nullable: true }) conditions: string | null;
  /** What one saves, in percent of the usual price or in fen; one of the two at most. */
  @Column('integer', { nullable: true }) savesPercent: number | null;
  @Column({ ...fen, nullable: true }) savesFen: bigint | null;
  @Column('text') audience: BulletinAudience;
  /** See `audienceKeyOf`. */
  @Column('text') audienceKey: string;
  /** Its first day, and its last. `from` is a word of SQL. */
  @Column(day) beginsOn: string;
  @Column(day) until: string;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
  @Column('uuid') writtenBy: string;
  /** Since when it is hidden for what was reported about it; beside its state, which goes on. */
  @Column({ ...instant, nullable: true }) hiddenAt: Date | null;
  /** Null also where it is hidden as many have reported it. */
  @Column('text', { nullable: true }) hiddenReason: string | null;
}
