import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The authenticator app of a person. */
@Entity('totp_factor')
export class TotpRow {
  @PrimaryColumn('uuid') personId: string;
  /** Sealed, base32. */
  @Column('text') secret: string;
  @Column(instant) begunAt: Date;
  /** Null until a code was typed: it is asked for nothing before. */
  @Column({ ...instant, nullable: true }) confirmedAt: Date | null;
  /** The time step of the last accepted code. PostgreSQL's bigint is read as text. */
  @Column('bigint') lastStep: string;
}
