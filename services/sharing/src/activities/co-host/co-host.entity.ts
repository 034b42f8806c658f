import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { PartyKind } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('co_host')
export class CoHostRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** The order of invitation, from 1. */
  @Column('integer') position: number;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column('text') partyName: string;
  /** The union behind the party: its officers answer. */
  @Column('uuid') unionId: string;
  @Column('text') state: CoHostState;
  @Column('text', { nullable: true }) message: string | null;
  @Column('uuid') invitedBy: string;
  @Column(instant) invitedAt: Date;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** The other terms that the party proposed, in words; retained whatever the answer. */
  @Column('text', { nullable: true }) counterNote: string | null;
}
