import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that was sent to a phone whose holder may be nobody on record. */
@Entity('phone_code')
export class PhoneCodeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') phoneHash: string;
  /** A keyed hash, bound to the phone. */
  @Column('text') codeHash: string;
  @Column(instant) createdAt: Date;
  @Column(instant) expiresAt: Date;
  /** Wrong attempts while it was the newest. */
  @Column('integer') tries: number;
  @Column({ ...instant, nullable: true }) usedAt: Date | null;
}
