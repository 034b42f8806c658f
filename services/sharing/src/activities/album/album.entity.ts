import type {
  AlbumPictureState,
  AlbumReportReason,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PictureFile } from '../../files/picture-press/picture-files.js';

/** A picture of an activity by somebody who was there, as it was made anew of what was uploaded. */
@Entity('album_picture')
export class AlbumPictureRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('text') state: AlbumPictureState;
  @Column('text', { nullable: true }) caption: string | null;
  /** The file of which it was made, and which is gone. */
  @Column('uuid') sourceKey: string;
  /** Of the largest file, in pixels. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('jsonb') files: readonly PictureFile[];
  @Column('boolean') isPublic: boolean;
  /** When whoever added it said that those who can be recognised agree. */
  @Column(instant) consentAt: Date;
  /** Only as long as it is reported. */
  @Column('text', { nullable: true }) reportReason: AlbumReportReason | null;
  /** Who has ever reported it. */
  @Column('uuid', { array: true }) reportedBy: string[];
  /** These two only as long as it is hidden. */
  @Column('text', { nullable: true }) hideReason: string | null;
  @Column({ ...instant, nullable: true }) hiddenAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column(instant) createdAt: Date;
}
