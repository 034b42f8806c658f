import type { ClosingGround } from '@gongxiang/contracts/membership/unions/union.contract';
import type {
  RegistrationEnd,
  UnionClosingState,
} from '@gongxiang/contracts/membership/unions/union-closing.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filing to close a union, and what came of it. */
@Entity('union_closing')
export class UnionClosingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: UnionClosingState;
  @Column('uuid') unionId: string;
  @Column('text') ground: ClosingGround;
  @Column('uuid') successorUnionId: string;
  @Column('text') documentNumber: string;
  @Column('date') documentDate: string;
  @Column('text') registration: RegistrationEnd;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('uuid', { nullable: true }) reopenedBy: string | null;
  @Column({ ...instant, nullable: true }) reopenedAt: Date | null;
  @Column('text', { nullable: true }) reopenReason: string | null;
}
