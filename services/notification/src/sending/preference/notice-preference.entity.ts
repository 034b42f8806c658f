import type {
  ChannelPreference,
  NoticeDigest,
} from '@gongxiang/contracts/notification/notice-preference.contract';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { Locale } from '@gongxiang/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person has set about notices beside the inbox; whoever has none set has the defaults. */
@Entity('notice_preference')
export class NoticePreferenceRow {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('text') locale: Locale;
  @Column('text', { nullable: true }) quietFrom: string | null;
  @Column('text', { nullable: true }) quietTo: string | null;
  @Column('text') digest: NoticeDigest;
  @Column('jsonb') channels: ChannelPreference[];
  @Column('text', { array: true }) refusedKinds: NoticeKind[];
}
