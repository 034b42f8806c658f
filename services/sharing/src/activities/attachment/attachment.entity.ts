import type { AttachmentKind } from '@gongxiang/contracts/words/uploads';
import type { AttachmentVisibility } from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that belongs to an activity: its plan, a map, a form to be filled in. */
@Entity('activity_attachment')
export class AttachmentRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') position: number;
  @Column('text') title: string;
  @Column('text') fileName: string;
  @Column('text') kind: AttachmentKind;
  @Column('text') visibility: AttachmentVisibility;
  /** The stored file; copies of an activity share it. */
  @Column('uuid') fileKey: string;
  /** The upload it was taken from, deleted since. */
  @Column('uuid') sourceKey: string;
  @Column('text') sha256: string;
  @Column('integer') size: number;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  /** Null while it is present. */
  @Column({ ...instant, nullable: true }) removedAt: Date | null;
}
