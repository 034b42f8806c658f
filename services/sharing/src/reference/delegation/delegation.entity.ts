import type { MatterKind } from '@gongxiang/contracts/words/matter';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person acts in one matter: an activity, or what is done in the name of a party. */
@Entity('delegation')
export class DelegationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') matterKind: MatterKind;
  @Column('uuid') matterId: string;
  @Column('uuid') personId: string;
  @Column('boolean') mayDelegate: boolean;
  @Column('text', { nullable: true }) note: string | null;
  /** When it ends by itself; null until it is revoked. */
  @Column({ ...instant, nullable: true }) validTo: Date | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  /** The person who holds it, if they gave it back. */
  @Column('uuid', { nullable: true }) revokedBy: string | null;
}
