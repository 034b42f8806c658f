import type { AttachmentKind, PictureWidth, RecordingKind } from '@gongxiang/contracts/words/uploads';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where bytes are. */
export interface StoredBytes {
  /** Of a picture; null of a document or a recording. */
  readonly width: PictureWidth | null;
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
}

/**
 * A picture or document that bulletins and courses of a union may show, and documents its assignments; or a video or
 * recording, which its courses may show. It never changes.
 */
@Entity('bulletin_file')
export class BulletinFileRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unionId: string;
  @Column('text') kind: 'picture' | AttachmentKind | RecordingKind;
  /** Under which it is saved; null of a picture. */
  @Column('text', { nullable: true }) fileName: string | null;
  /** Of a picture at its greatest, in pixels. */
  @Column('integer', { nullable: true }) width: number | null;
  @Column('integer', { nullable: true }) height: number | null;
  /** Of a video first itself, and then the picture out of it, if there is one. */
  @Column('jsonb') files: readonly StoredBytes[];
  /** The upload that it was made of, deleted since. */
  @Column('uuid') sourceKey: string;
  @Column('uuid') addedBy: string;
  @Column(instant) addedAt: Date;
}

/** That a revision shows a file. */
@Entity('bulletin_revision_file')
export class BulletinRevisionFileRow {
  @PrimaryColumn('uuid') bulletinId: string;
  @PrimaryColumn('uuid') fileId: string;
  @PrimaryColumn('integer') number: number;
}

/** That something else than a bulletin shows a file, such as an assignment or a course. */
@Entity('bulletin_file_use')
export class BulletinFileUseRow {
  /** What shows it; no table of bulletins has it. */
  @PrimaryColumn('uuid') userId: string;
  @PrimaryColumn('uuid') fileId: string;
}
