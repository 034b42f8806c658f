import type { PartyKind } from '@gongxiang/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of an enterprise, club or organisation published by membership. */
@Entity('party_ref')
export class PartyRef {
  @PrimaryColumn('text') kind: PartyKind;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  /** Its own union, or the union behind it. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('boolean') active: boolean;
}
