import type { NoticeAddressState } from '@gongxiang/contracts/notification/notice-address.contract';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person's notices go beside the inbox. */
@Entity('notice_address')
export class NoticeAddressRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') channel: NoticeChannel;
  /** As the adapter of the channel reads it. */
  @Column('text') sealedAddress: string;
  /** Of a browser's subscription: one browser is one person's. */
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('text') label: string;
  @Column('text') state: NoticeAddressState;
  /** Wrong codes since the last one was sent. */
  @Column('integer') tries: number;
  @Column({ ...instant, nullable: true }) codeUntil: Date | null;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) reachedAt: Date | null;
  @Column({ ...instant, nullable: true }) failingSince: Date | null;
}

/** When a code was sent for somebody. */
@Entity('address_code')
export class AddressCodeRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('timestamptz') at: Date;
}
