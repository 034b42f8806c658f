import type { MembershipState, SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what membership tells of a union. */
@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  @Column('boolean') active: boolean;
  /** Null where it is not said. */
  @Column('text', { nullable: true }) tier: UnionTier | null;
}

/** That a person is a member of a union: for counting alone, so without name, sex or day of birth. */
@Entity('member_ref')
export class MemberRef {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text') state: MembershipState;
  /** The first year of the ten in which he was born, e.g. 1980; null where it is not known, and once he has left. */
  @Column('smallint', { nullable: true }) birthDecade: number | null;
}

/** Since when this service knows that somebody is an active member. It stays when they leave: they were one. */
@Entity('member_activation')
export class MemberActivation {
  @PrimaryColumn('uuid') personId: string;
  @Column(instant) knownAt: Date;
  /**
   * Stands for whoever took them in when they became one, and says no more than that it was the same person who took in another;
   * null where it is not known.
   */
  @Column('text', { nullable: true }) admitter: string | null;
}
