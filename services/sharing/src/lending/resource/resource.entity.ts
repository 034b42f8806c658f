import type { Counting, Lending } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('resource')
export class ResourceRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') ownerKind: PartyKind;
  @Column('uuid') ownerId: string;
  @Column('uuid') ownerUnionId: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text') function: ResourceFunction;
  @Column('text', { array: true }) businesses: UnionBusiness[];
  @Column('text', { nullable: true }) district: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('integer', { nullable: true }) capacity: number | null;
  @Column('integer') setupMinutes: number;
  @Column('integer') turnaroundMinutes: number;
  @Column('integer', { nullable: true }) loansPerBorrowerMax: number | null;
  @Column('uuid', { nullable: true }) partOfId: string | null;
  @Column('text') counting: Counting;
  /** Active pieces, or the stock; otherwise 1. */
  @Column('integer') quantity: number;
  @Column('text') lending: Lending;
  /** The version of the conditions in force; 0 without any. */
  @Column('integer') conditionsVersion: number;
  @Column('boolean') active: boolean;
  @Column('text', { array: true }) searchTerms: string[];
  @Column(instant) createdAt: Date;
}

@Entity('booking')
export class BookingRow {
  @PrimaryColumn('uuid') resourceId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'loan' | 'block';
  @Column(instant) startsAt: Date;
  @Column(instant) occupiedUntil: Date;
  @Column('text', { nullable: true }) reason: string | null;
  /** Null: the single thing itself. */
  @Column('integer', { nullable: true }) quantity: number | null;
  @Column('uuid', { nullable: true }) pieceId: string | null;
}

/** A content of a kit. */
@Entity('kit_content')
export class KitContentRow {
  @PrimaryColumn('uuid') kitId: string;
  @PrimaryColumn('uuid') resourceId: string;
  @Column('integer') quantity: number;
}
