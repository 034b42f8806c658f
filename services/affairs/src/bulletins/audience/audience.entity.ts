import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a union decides on whether something is for it, beside its place in the tree. */
@Entity('audience_union')
export class AudienceUnionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** Of its enterprise; null of a union that has none. */
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  /** Null where it is not said. */
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
}
