import type {
  PhoneChangeState,
  PhoneStop,
} from '@gongxiang/contracts/membership/members/phone-change.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change of the phone that a person signs in with. Phones are sealed as those of the person are, and erased once it has ended. */
@Entity('phone_change')
export class PhoneChangeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: PhoneChangeState;
  @Column('uuid') personId: string;
  /** The decided correction that it delays; null if the person changes their phone themselves. */
  @Column('uuid', { nullable: true }) correctionId: string | null;
  /** The session that asked: it goes on, the others end. */
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('text', { nullable: true }) newPhone: string | null;
  @Column('text', { nullable: true }) oldPhone: string | null;
  @Column('text') newPhoneHash: string;
  @Column('text') newMasked: string;
  @Column('text', { nullable: true }) oldMasked: string | null;
  /** Keyed hashes, bound to the change. */
  @Column('text', { nullable: true }) newCodeHash: string | null;
  @Column('text', { nullable: true }) oldCodeHash: string | null;
  @Column({ ...instant, nullable: true }) codesUntil: Date | null;
  /** Wrong codes. */
  @Column('integer') tries: number;
  /** A keyed hash of the token in the message to the old phone. */
  @Column('text', { nullable: true }) stopHash: string | null;
  @Column({ ...instant, nullable: true }) effectiveAt: Date | null;
  @Column('text', { nullable: true }) stoppedBy: PhoneStop | null;
  @Column(instant) askedAt: Date;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
}
