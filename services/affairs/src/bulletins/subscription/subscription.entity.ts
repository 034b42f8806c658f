import type { BulletinKind } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody follows a union, or a kind of bulletin: one of the two. */
@Entity('bulletin_subscription')
export class BulletinSubscriptionRow {
  /** See `topicKeyOf`. */
  @PrimaryColumn('text') topicKey: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text', { nullable: true }) kind: BulletinKind | null;
  @Column(instant) followedAt: Date;
}
