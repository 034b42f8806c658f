import type { PartyKind } from '@gongxiang/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what membership tells of an enterprise, a club or an organisation. */
@Entity('party_ref')
export class PartyRef {
  @PrimaryColumn('text') kind: PartyKind;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  /** The union that it has, or that stands behind it. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('boolean') active: boolean;
}
