import type { PictureFile } from '@gongxiang/messaging/uploads';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns of a picture, whatever it belongs to. */
export abstract class PictureColumns {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) caption: string | null;
  @Column('text', { nullable: true }) alt: string | null;
  /** The upload it was rendered from, deleted since. */
  @Column('uuid') sourceKey: string;
  /** Width and height of the largest file, in pixels. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('jsonb') files: readonly PictureFile[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  /** Null while it is shown. */
  @Column({ ...instant, nullable: true }) removedAt: Date | null;
}

/** A picture of an activity, re-encoded from the upload. */
@Entity('activity_picture')
export class PictureRow extends PictureColumns {
  @PrimaryColumn('uuid') activityId: string;
}
