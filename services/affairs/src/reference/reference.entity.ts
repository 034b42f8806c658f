import type { MembershipState } from '@gongxiang/contracts/membership/membership-events';
import type { RoleName } from '@gongxiang/domain';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of a union published by membership. */
@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('boolean') active: boolean;
}

/** A copy of a person's membership: the union that they belong to, and their name as it is shown to others, 张*. */
@Entity('member_ref')
export class MemberRef {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('text') maskedName: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text') state: MembershipState;
}

/** What a union decided in secret, as evaluation has counted it. */
@Entity('motion_ref')
export class MotionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  @Column('integer') entitled: number;
  @Column('integer') voted: number;
  @Column('integer') yes: number;
  @Column('integer') no: number;
  @Column(instant) closedAt: Date;
}

/** A copy of a role granted at a union; `revokedAt` is null while it holds. */
@Entity('role_ref')
export class RoleRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') role: RoleName;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
