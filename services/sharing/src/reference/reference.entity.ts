import type {
  EmploymentKind,
  MembershipState,
  SizeClassName,
} from '@gongxiang/contracts/membership/membership-events';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import type { PartyKind, RoleName, Sex } from '@gongxiang/domain';
import { day, instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  @Column('boolean') active: boolean;
  @Column('text', { nullable: true }) tier: UnionTier | null;
  /** Decimal degrees, WGS 84; both are set or none. */
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
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

@Entity('member_ref')
export class MemberRef {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('text') maskedName: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text') state: MembershipState;
  @Column({ ...day, nullable: true }) validFrom: string | null;
  @Column({ ...day, nullable: true }) validTo: string | null;
  /** Null if unknown; read by eligibility rules only. */
  @Column('text', { nullable: true }) sex: Sex | null;
  @Column({ ...day, nullable: true }) birthDate: string | null;
  @Column('text', { nullable: true }) employmentKind: EmploymentKind | null;
  /** The union that serves a dispatched person where they work; null for everybody else. */
  @Column('uuid', { nullable: true }) servedByUnionId: string | null;
}

/** A person's latest term in a club. */
@Entity('club_member_ref')
export class ClubMemberRef {
  @PrimaryColumn('uuid') clubId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column(day) validFrom: string;
  @Column({ ...day, nullable: true }) validTo: string | null;
}

/** A group of members of a union (小组、班组). */
@Entity('group_ref')
export class GroupRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) leaderId: string | null;
  @Column('boolean') active: boolean;
}

/** A person's term in a group; somebody who comes back has another. */
@Entity('group_member_ref')
export class GroupMemberRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') groupId: string;
  @Column('uuid') personId: string;
  @Column(day) validFrom: string;
  @Column({ ...day, nullable: true }) validTo: string | null;
}

/** A role granted at a union; `revokedAt` is null while it holds. */
@Entity('role_ref')
export class RoleRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') role: RoleName;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
