import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person has asked for their data. */
@Entity('data_export')
export class DataExportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column(instant) askedAt: Date;
  /** Until when it can be downloaded. */
  @Column(instant) until: Date;
  @Column({ ...instant, nullable: true }) downloadedAt: Date | null;
  /** In which the person has proved to be themselves; null of what was asked for before this was noted. */
  @Column('uuid', { nullable: true }) sessionId: string | null;
  /** How often it was begun. */
  @Column('integer') downloads: number;
}
