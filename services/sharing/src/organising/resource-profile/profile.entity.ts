import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachmentKind } from '@gongxiang/contracts/words/uploads';
import { PictureColumns } from '../../activities/picture/picture.entity.js';

/** One version of the conditions of use. Never updated: a loan references the accepted version. */
@Entity('resource_conditions')
export class ConditionsRow {
  @PrimaryColumn('uuid') resourceId: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') text: string;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

@Entity('resource_custodian')
export class CustodianRow {
  @PrimaryColumn('uuid') resourceId: string;
  @Column('integer') version: number;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) deskHours: string | null;
  @Column('text', { nullable: true }) contact: string | null;
}

/** A file of know-how. */
@Entity('resource_document')
export class DocumentRow {
  @PrimaryColumn('uuid') resourceId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') fileName: string;
  @Column('text') kind: AttachmentKind;
  @Column('uuid') fileKey: string;
  /** The upload it was taken from, deleted since. */
  @Column('uuid') sourceKey: string;
  @Column('text') sha256: string;
  @Column('integer') size: number;
  @Column('integer') downloads: number;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  /** Null while it is present. */
  @Column({ ...instant, nullable: true }) removedAt: Date | null;
}

@Entity('resource_picture')
export class ResourcePictureRow extends PictureColumns {
  @PrimaryColumn('uuid') resourceId: string;
}
