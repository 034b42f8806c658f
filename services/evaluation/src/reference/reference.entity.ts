import type {
  MembershipStanding,
  MembershipState,
  SizeClassName,
} from '@gongxiang/contracts/membership/membership-events';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of a union published by membership. */
@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  @Column('boolean') active: boolean;
  /** Null if not stated. */
  @Column('text', { nullable: true }) tier: UnionTier | null;
}

/** A person's membership in a union; used only for counting, so without name, sex or day of birth. */
@Entity('member_ref')
export class MemberRef {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text') state: MembershipState;
  /** Retained members have no vote. */
  @Column('text', { default: 'full' }) standing: MembershipStanding;
  /** The first year of their decade of birth, e.g. 1980; null if unknown or once they have left. */
  @Column('smallint', { nullable: true }) birthDecade: number | null;
}

/** The time since which this service knows a person as an active member. The row remains when they leave. */
@Entity('member_activation')
export class MemberActivation {
  @PrimaryColumn('uuid') personId: string;
  @Column(instant) knownAt: Date;
  /**
   * A pseudonym of the person who admitted them; it only reveals whether two members were admitted by the same
   * person. Null if unknown.
   */
  @Column('text', { nullable: true }) admitter: string | null;
}
