import { Injectable } from '@nestjs/common';
import type {
  BulletinAttachmentView,
  BulletinPictureView,
  BulletinWords,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  BulletinRecordingDto,
  BulletinRecordingView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import {
  type AttachmentFileView,
  type PictureFileView,
  type PictureWidth,
  type RecordingKind,
  recordingKinds,
  recordingTypes,
} from '@gongxiang/contracts/words/uploads';
import { dayMs, DomainError } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { StoredFiles } from '@gongxiang/messaging/files';
import { mediaTypes } from '@gongxiang/messaging/uploads';
import type { Transaction } from '@gongxiang/persistence';
import type { BulletinFileRow } from './bulletin-file.entity.js';
import { BulletinFileRepository } from './bulletin-file.repository.js';

/** Due work: a file is deleted unless a revision shows it. Its key is the id of the file. */
const unshownDue = 'bulletin-file-unshown';

/** Bulletins show no recordings; lessons do. */
type Words = Pick<BulletinWords, 'pictures' | 'attachments'> & {
  readonly recordings?: readonly BulletinRecordingDto[] | null;
};
const lists = ['pictures', 'attachments', 'recordings'] as const;

/** The files that bulletins show. */
@Injectable()
export class BulletinFiles {
  constructor(
    private readonly rows: BulletinFileRepository,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Whether words show files that are those of the union, each as what it is.
   * @param more.inherited files that are known to be documents and are shown elsewhere, whose ever they are
   * @param more.at where the words stand in the request, as a JSON pointer
   * @throws DomainError `BULLETIN_FILE_UNKNOWN`
   */
  async requireOwn(
    tx: Transaction,
    unionId: string,
    words: Words,
    { inherited = [], at = '' }: { readonly inherited?: readonly string[]; readonly at?: string } = {},
  ): Promise<void> {
    const own = await this.rows.hold(tx, unionId, fileIdsOf(words));
    for (const list of lists)
      for (const [index, { fileId }] of (words[list] ?? []).entries()) {
        const isInherited = list === 'attachments' && inherited.includes(fileId);
        if (!isInherited && listOf(own.get(fileId)) !== list)
          throw new DomainError('BULLETIN_FILE_UNKNOWN', { pointer: `${at}/${list}/${index}/fileId` });
      }
  }

  /** What a revision shows from now on; what nothing shows any more is deleted a day later. */
  async show(
    tx: Transaction,
    revision: { readonly bulletinId: string; readonly number: number },
    words: Words,
  ): Promise<void> {
    for (const id of await this.rows.putShown(tx, revision, fileIdsOf(words)))
      await this.planDeletion(tx, id);
  }

  /** The files that something else than a bulletin shows, such as an assignment. */
  usedBy(tx: Transaction, userId: string): Promise<string[]> {
    return this.rows.usedBy(tx, userId);
  }

  /** What something else than a bulletin shows from now on; what nothing shows any more is deleted a day later. */
  async use(tx: Transaction, userId: string, fileIds: readonly string[]): Promise<void> {
    for (const id of await this.rows.putUsed(tx, userId, fileIds)) await this.planDeletion(tx, id);
  }

  /** Where the bytes of a document are that something else than a bulletin shows. @throws DomainError `NOT_FOUND` */
  async usedDocument(tx: Transaction, userId: string, fileId: string): Promise<AttachmentFileView> {
    const isUsed = (await this.rows.usedBy(tx, userId)).includes(fileId);
    return storedDocument(isUsed ? (await this.rows.byIds(tx, [fileId])).get(fileId) : undefined);
  }

  /** Where the bytes of a video or recording are that something else than a bulletin shows. @throws DomainError `NOT_FOUND` */
  async usedRecording(tx: Transaction, userId: string, fileId: string): Promise<AttachmentFileView> {
    const isUsed = (await this.rows.usedBy(tx, userId)).includes(fileId);
    return storedRecording(isUsed ? (await this.rows.byIds(tx, [fileId])).get(fileId) : undefined);
  }

  /** Where the bytes of a picture are that something else than a bulletin shows. @throws DomainError `NOT_FOUND` */
  async usedPicture(
    tx: Transaction,
    userId: string,
    { fileId, width }: { readonly fileId: string; readonly width: PictureWidth },
  ): Promise<PictureFileView> {
    const isUsed = (await this.rows.usedBy(tx, userId)).includes(fileId);
    return storedPicture(isUsed ? (await this.rows.byIds(tx, [fileId])).get(fileId) : undefined, width);
  }

  planDeletion(tx: Transaction, id: string): Promise<void> {
    return schedule(tx, { kind: unshownDue, key: id, at: new Date(tx.now.getTime() + dayMs) });
  }

  /** Whoever names it at this moment holds its row, and is waited for. */
  @OnDue(unshownDue)
  async deleteUnshown(tx: Transaction, id: string): Promise<void> {
    const row = await this.rows.lock(tx, id);
    if (row === null || (await this.rows.isShown(tx, id))) return;
    await this.rows.delete(tx, id);
    await this.files.forget(
      tx,
      row.files.map(({ key }) => key),
    );
  }

  async views(
    tx: Transaction,
    words: Words,
  ): Promise<{ readonly pictures: BulletinPictureView[]; readonly attachments: BulletinAttachmentView[] }> {
    const rows = await this.rows.byIds(tx, fileIdsOf(words));
    return {
      pictures: (words.pictures ?? []).flatMap((picture) => {
        const { width = null, height = null } = rows.get(picture.fileId) ?? {};
        return width === null || height === null ? [] : [{ ...picture, width, height }];
      }),
      attachments: (words.attachments ?? []).flatMap((attachment) => {
        const { kind, size } = documentOf(rows.get(attachment.fileId)) ?? {};
        return kind === undefined || size === undefined ? [] : [{ ...attachment, kind, size }];
      }),
    };
  }

  /** What is told of the videos and recordings that a lesson names. */
  async recordingViews(
    tx: Transaction,
    recordings: readonly BulletinRecordingDto[],
  ): Promise<BulletinRecordingView[]> {
    const rows = await this.rows.byIds(tx, fileIdsOf({ recordings }));
    return recordings.flatMap((recording) => {
      const known = recordingOf(rows.get(recording.fileId));
      return known === null ? [] : [{ ...recording, ...known }];
    });
  }
}

/** In which list words may show it. */
function listOf(row: BulletinFileRow | undefined): (typeof lists)[number] | null {
  if (row === undefined) return null;
  if (isRecording(row.kind)) return 'recordings';
  return row.kind === 'picture' ? 'pictures' : 'attachments';
}

function isRecording(kind: BulletinFileRow['kind']): kind is RecordingKind {
  return (recordingKinds as readonly string[]).includes(kind);
}

/** What is told of a video or recording; null of anything else. */
export function recordingOf(
  row: BulletinFileRow | undefined,
): Pick<BulletinRecordingView, 'kind' | 'size' | 'hasPoster'> | null {
  const [file, ...posters] = row?.files ?? [];
  if (row === undefined || file === undefined || !isRecording(row.kind)) return null;
  return { kind: row.kind, size: file.size, hasPoster: posters.length > 0 };
}

/** Where the bytes of a video or recording are. @throws DomainError `NOT_FOUND` of anything else */
function storedRecording(row: BulletinFileRow | undefined): AttachmentFileView {
  const [file] = row?.files ?? [];
  if (row === undefined || file === undefined || row.fileName === null || !isRecording(row.kind))
    throw new DomainError('NOT_FOUND');
  const { key: fileKey, sha256, size } = file;
  return { fileKey, sha256, size, fileName: row.fileName, contentType: recordingTypes[row.kind] };
}

/** What is told of a document; null of anything else. */
export function documentOf(
  row: BulletinFileRow | undefined,
): Pick<BulletinAttachmentView, 'kind' | 'size'> | null {
  const [file] = row?.files ?? [];
  if (row === undefined || file === undefined || row.kind === 'picture' || isRecording(row.kind)) return null;
  return { kind: row.kind, size: file.size };
}

/** Where the bytes of a document are. @throws DomainError `NOT_FOUND` of anything else */
export function storedDocument(row: BulletinFileRow | undefined): AttachmentFileView {
  const [file] = row?.files ?? [];
  const document = documentOf(row);
  if (row === undefined || file === undefined || row.fileName === null || document === null)
    throw new DomainError('NOT_FOUND');
  const { key: fileKey, sha256, size } = file;
  return { fileKey, sha256, size, fileName: row.fileName, contentType: mediaTypes[document.kind] };
}

/** Where the bytes of a picture are. @throws DomainError `NOT_FOUND` of anything else */
export function storedPicture(row: BulletinFileRow | undefined, width: PictureWidth): PictureFileView {
  const file = row?.files.find((one) => one.width === width);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  return { fileKey: file.key, sha256: file.sha256, size: file.size };
}

function fileIdsOf({ pictures, attachments, recordings }: Words): string[] {
  return [...(pictures ?? []), ...(attachments ?? []), ...(recordings ?? [])].map(({ fileId }) => fileId);
}
