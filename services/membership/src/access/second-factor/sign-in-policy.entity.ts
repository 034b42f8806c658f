import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of whom the federation asks a second factor, and since when; one row. */
@Entity('sign_in_policy')
export class SignInPolicyRow {
  @PrimaryColumn('boolean') id: boolean;
  @Column('integer') version: number;
  @Column({ ...instant, nullable: true }) financeSince: Date | null;
  @Column({ ...instant, nullable: true }) approverSince: Date | null;
  @Column({ ...instant, nullable: true }) rootOfficerSince: Date | null;
}
