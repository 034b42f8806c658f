import type {
  ChangedField,
  PendingChangeKind,
  PendingChangeState,
} from '@gongxiang/contracts/membership/unions/pending-change.contract';
import type { RoleName } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type FieldValue = string | number | null;

export interface FieldChange {
  readonly field: ChangedField;
  /** The value when the change was proposed. */
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** A change that takes effect once the union above has confirmed it, and a role once its person has accepted it. */
@Entity('pending_change')
export class PendingChangeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') kind: PendingChangeKind;
  @Column('text') state: PendingChangeState;
  @Column('uuid') unionId: string;
  /** The person who is to be granted the role. */
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text', { nullable: true }) role: RoleName | null;
  /** The last day on which the role is to be held, in China; null where it has no end. */
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  /** The union at which it is decided, where that is not the one directly above. */
  @Column('uuid', { nullable: true }) deciderUnionId: string | null;
  @Column('jsonb') changes: FieldChange[];
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  /** When the person accepted the role. */
  @Column({ ...instant, nullable: true }) acceptedAt: Date | null;
  /** Sealed under the id of the proposer. */
  @Column('text', { nullable: true }) reason: string | null;
}
