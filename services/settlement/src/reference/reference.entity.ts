import type { MembershipState, SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { PartyKind, RoleName } from '@gongxiang/domain';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('boolean') active: boolean;
  /** The size class of its enterprise; null without an enterprise. */
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
}

@Entity('party_ref')
export class PartyRef {
  @PrimaryColumn('text') kind: PartyKind;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('boolean') active: boolean;
}

/** A role granted at a union; null in `revokedAt` while it holds. */
@Entity('role_ref')
export class RoleRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') role: RoleName;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}

/** A person's masked name as published by membership, and the union they belong to. */
@Entity('member_ref')
export class MemberRef {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('text') maskedName: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text', { nullable: true }) state: MembershipState | null;
}
