import type {
  CorrectedField,
  RecordCorrectionState,
} from '@gongxiang/contracts/membership/members/correction.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field before and after, both masked. */
export interface MaskedChange {
  readonly field: CorrectedField;
  readonly before: string | null;
  readonly after: string;
}

/** A correction of a person's name, number or phone. Values are sealed as those of the person are. */
@Entity('correction')
export class CorrectionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: RecordCorrectionState;
  @Column('uuid') personId: string;
  /** The union whose officers decide: that of the person. */
  @Column('uuid') unionId: string;
  @Column('jsonb') changes: readonly MaskedChange[];
  /** New values, null for a field that does not change; erased some time after the decision, like the old ones. */
  @Column('text', { nullable: true }) newName: string | null;
  @Column('text', { nullable: true }) newResidentNumber: string | null;
  @Column('text', { nullable: true }) newPhone: string | null;
  /** The values that an applied correction replaced. */
  @Column('text', { nullable: true }) oldName: string | null;
  @Column('text', { nullable: true }) oldResidentNumber: string | null;
  @Column('text', { nullable: true }) oldPhone: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** The uploaded picture of the paper; it belongs to whoever asked for the correction. */
  @Column('text', { nullable: true }) paperKey: string | null;
  @Column('text', { nullable: true }) paperSha256: string | null;
  @Column('uuid', { nullable: true }) reverses: string | null;
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  /** When a decided change of phone takes effect. */
  @Column({ ...instant, nullable: true }) effectiveAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column({ ...instant, nullable: true }) erasedAt: Date | null;
}
