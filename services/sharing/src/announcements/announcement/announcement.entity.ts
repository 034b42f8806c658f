import type {
  AnnouncementState,
  AnnouncementUrgency,
  AnnouncementWriter,
  AudienceKind,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a union writes to many people, or a club or a group to its own. */
@Entity('announcement')
export class AnnouncementRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** Who writes, or the union of the club or the group that does. */
  @Column('uuid') unionId: string;
  /** A club or a group that writes is its own audience. */
  @Column('text') writer: AnnouncementWriter;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text') audienceKind: AudienceKind;
  /** The union, the club, the group or the activity. */
  @Column('uuid') audienceId: string;
  @Column('integer', { nullable: true }) audienceDays: number | null;
  @Column('text') urgency: AnnouncementUrgency;
  /** To which activity it leads. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('text') state: AnnouncementState;
  @Column({ ...instant, nullable: true }) sendAt: Date | null;
  @Column('integer', { nullable: true }) recipients: number | null;
  @Column('integer') sent: number;
  /** The last recipient so far. */
  @Column('uuid', { nullable: true }) afterId: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) startedAt: Date | null;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
  @Column({ ...instant, nullable: true }) withdrawnAt: Date | null;
}
