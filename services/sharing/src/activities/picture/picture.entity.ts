import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PictureFile } from '../../files/picture-press/picture-files.js';

/** What is kept of a picture, whatever it belongs to. */
export abstract class PictureColumns {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) caption: string | null;
  @Column('text', { nullable: true }) alt: string | null;
  /** The file of which it was made, and which is gone. */
  @Column('uuid') sourceKey: string;
  /** Of the largest file, in pixels. */
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('jsonb') files: readonly PictureFile[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  /** Null as long as it is shown. */
  @Column({ ...instant, nullable: true }) removedAt: Date | null;
}

/** A picture of an activity, as it was made anew of what was uploaded. */
@Entity('activity_picture')
export class PictureRow extends PictureColumns {
  @PrimaryColumn('uuid') activityId: string;
}
