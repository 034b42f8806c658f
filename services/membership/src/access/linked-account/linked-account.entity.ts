import type { BridgeName } from '@gongxiang/contracts/membership/access/bridge.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('linked_account')
export class LinkedAccountRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') bridge: BridgeName;
  /** Keyed hash of the provider and of its name for the person. */
  @Column('text') identityHash: string;
  /** The network address that it was linked from. */
  @Column('text') origin: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) usedAt: Date | null;
}
