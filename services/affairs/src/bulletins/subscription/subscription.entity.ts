import type { BulletinKind } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody follows a union, or a kind, a business or a function of bulletins: one of them. */
@Entity('bulletin_subscription')
export class BulletinSubscriptionRow {
  /** See `topicKeyOf`. */
  @PrimaryColumn('text') topicKey: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('text', { nullable: true }) kind: BulletinKind | null;
  @Column('text', { nullable: true }) business: UnionBusiness | null;
  @Column('text', { nullable: true }) function: ResourceFunction | null;
  @Column(instant) followedAt: Date;
}
