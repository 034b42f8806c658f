import type { VisitState } from '@gongxiang/contracts/affairs/records/visit.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A visit to a member. Why and all that was said is sealed, and gone once it is withdrawn. */
@Entity('visit')
export class VisitRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** Who was visited. */
  @Column('uuid') personId: string;
  /** The union that has visited: that of the officer who has entered it. */
  @Column('uuid') unionId: string;
  @Column('text') state: VisitState;
  @Column(day) visitedOn: string;
  @Column('uuid', { array: true }) visitorIds: string[];
  /** Through which money is paid. */
  @Column('uuid', { nullable: true }) matterId: string | null;
  @Column('text', { nullable: true }) sealedReason: string | null;
  @Column('text', { nullable: true }) sealedBrought: string | null;
  /** In fen. */
  @Column('text', { nullable: true }) sealedAmount: string | null;
  @Column('text', { nullable: true }) sealedFound: string | null;
  @Column('text', { nullable: true }) sealedPromise: string | null;
  /** What became of what was promised. */
  @Column('text', { nullable: true }) sealedOutcome: string | null;
  @Column('text', { nullable: true }) sealedWithdrawal: string | null;
  @Column({ ...day, nullable: true }) followUpOn: string | null;
  @Column({ ...instant, nullable: true }) followedUpAt: Date | null;
  @Column('uuid') enteredBy: string;
  @Column(instant) enteredAt: Date;
}
