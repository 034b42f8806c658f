import type { RoleName } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_grant')
export class RoleGrantRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') role: RoleName;
  /** Null for the first operator, whose roles nobody granted. */
  @Column('uuid', { nullable: true }) grantedBy: string | null;
  @Column(instant) grantedAt: Date;
  /** The last day on which it is held, in China; null where it is held until it is revoked. */
  @Column('date', { nullable: true }) validTo: string | null;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
