import type { BulletinAudience } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  VacancyKind,
  VacancyState,
  VacancySuit,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work that the enterprise of a union offers. */
@Entity('vacancy')
export class VacancyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** The union of the employer. */
  @Column('uuid') unionId: string;
  /** That whose officer has written it: it is for its members, and its officers alone read who is interested. */
  @Column('uuid') publisherId: string;
  @Column('text') employerName: string;
  @Column('text') state: VacancyState;
  @Column('text') title: string;
  /** Title and employer, in which one searches. */
  @Column('text') foundBy: string;
  /** Of both, as people type it. */
  @Column('text') pinyin: string;
  @Column('text') kind: VacancyKind;
  @Column('integer') headcount: number;
  @Column('text') place: string;
  @Column('text', { nullable: true }) district: string | null;
  @Column({ ...fen, nullable: true }) payFromFen: bigint | null;
  @Column({ ...fen, nullable: true }) payToFen: bigint | null;
  @Column('text') text: string;
  @Column('text', { array: true }) suits: VacancySuit[];
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') audience: BulletinAudience;
  /** See `audienceKeyOf`. */
  @Column('text') audienceKey: string;
  /** Its last day. */
  @Column(day) until: string;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  /** Since when it is filled, ended or withdrawn. */
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
  /** A union above has taken it back: that of the employer does not restore it. */
  @Column('boolean') withdrawnAbove: boolean;
  @Column('uuid') writtenBy: string;
  /** Since when it is hidden for what was reported about it; beside its state, which goes on. */
  @Column({ ...instant, nullable: true }) hiddenAt: Date | null;
  /** Null also where it is hidden as many have reported it. */
  @Column('text', { nullable: true }) hiddenReason: string | null;
}
