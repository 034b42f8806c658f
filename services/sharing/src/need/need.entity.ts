import type { MatchState, NeedState, ResourceFunction } from '@gongxiang/contracts';
import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchReason, Want } from './match.model.js';

/** A window as it is kept: instants as text, because JSON has no other. */
export interface StoredWindow {
  readonly from: string;
  readonly to: string;
}

@Entity('need')
export class NeedRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('jsonb') wants: Want[];
  @Column('text', { array: true }) functions: ResourceFunction[];
  @Column('jsonb') windows: StoredWindow[];
  @Column('text', { nullable: true }) district: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('integer') headcount: number;
  @Column({ ...fen, nullable: true }) budgetFen: bigint | null;
  @Column('text') state: NeedState;
  @Column('uuid') postedBy: string;
  @Column({ ...instant, nullable: true }) matchesComputedAt: Date | null;
  @Column(instant) createdAt: Date;
}

@Entity('need_match')
export class MatchRow {
  @PrimaryColumn('uuid') needId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') resourceId: string;
  @Column('uuid') ownerUnionId: string;
  @Column('integer') want: number;
  @Column('integer') score: number;
  @Column('jsonb') reasons: MatchReason[];
  @Column('text') state: MatchState;
  @Column(instant) computedAt: Date;
  @Column({ ...instant, nullable: true }) proposedAt: Date | null;
}
