import type { PictureFile } from '@gongxiang/messaging/uploads';
import type {
  AlbumPictureState,
  AlbumReportReason,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A participant's picture of an activity, re-encoded from the upload. */
@Entity('album_picture')
export class AlbumPictureRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('text') state: AlbumPictureState;
  @Column('text', { nullable: true }) caption: string | null;
  /** The upload it was rendered from, deleted since. */
  @Column('uuid') sourceKey: string;
  /** Width and height of the largest file, in pixels. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('jsonb') files: readonly PictureFile[];
  @Column('boolean') isPublic: boolean;
  /** When the contributor confirmed that recognisable people agree. */
  @Column(instant) consentAt: Date;
  /** Set only while it is reported. */
  @Column('text', { nullable: true }) reportReason: AlbumReportReason | null;
  /** Everybody who has ever reported it. */
  @Column('uuid', { array: true }) reportedBy: string[];
  /** These two are set only while it is hidden. */
  @Column('text', { nullable: true }) hideReason: string | null;
  @Column({ ...instant, nullable: true }) hiddenAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column(instant) createdAt: Date;
}
