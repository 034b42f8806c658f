import { Injectable } from '@nestjs/common';
import {
  type AddBulletinAttachment,
  type AddBulletinPicture,
  type AddBulletinRecording,
  type AddedBulletinAttachmentView,
  type AddedBulletinPictureView,
  type AddedBulletinRecordingView,
  bulletinFileContract,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import { videoTypes } from '@gongxiang/contracts/words/media-types';
import { recordingBytesMax, type RecordingKind, recordingKindOf } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { sniffType, StoredFiles, takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  bareMedia,
  type CheckedDocument,
  DocumentFiles,
  PictureFiles,
  type RenderedPicture,
  savedName,
  titleOf,
} from '@gongxiang/messaging/uploads';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { BulletinFileRow, StoredBytes } from './bulletin-file.entity.js';
import { BulletinFileRepository } from './bulletin-file.repository.js';
import { BulletinFiles, documentOf, recordingOf } from './bulletin-files.js';

type Request = AddBulletinPicture | AddBulletinAttachment | AddBulletinRecording;

/** A video or recording as it is stored, with the picture out of it. */
interface TakenRecording {
  readonly kind: RecordingKind;
  readonly files: readonly StoredBytes[];
}

/** Officers of a union add pictures, documents and recordings, which its bulletins and courses then show. */
@Injectable()
export class BulletinFileIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: ReferenceRepository,
    private readonly rows: BulletinFileRepository,
    private readonly shown: BulletinFiles,
    private readonly pictures: PictureFiles,
    private readonly documents: DocumentFiles,
    private readonly files: StoredFiles,
  ) {}

  /** @throws DomainError as {@link PictureFiles.render} does */
  @Handles(bulletinFileContract.addPicture)
  addPicture(request: AddBulletinPicture, call: CallContext): Promise<Outcome<AddedBulletinPictureView>> {
    const { fileKey, unionId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: bulletinFileContract.addPicture,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.pictures.render({ fileKey, ownerId, aboutId }, call.deadline),
      save: (tx, rendered) => this.savePicture(tx, request, rendered),
    });
  }

  /** @throws DomainError as {@link DocumentFiles.take} does */
  @Handles(bulletinFileContract.addAttachment)
  addAttachment(
    request: AddBulletinAttachment,
    call: CallContext,
  ): Promise<Outcome<AddedBulletinAttachmentView>> {
    const { fileKey, fileName, unionId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: bulletinFileContract.addAttachment,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.documents.take({ fileKey, fileName, ownerId, aboutId }),
      save: (tx, taken) => this.saveDocument(tx, request, taken),
    });
  }

  /** @throws DomainError `BULLETIN_RECORDING_MISSING`, `BULLETIN_RECORDING_FORMAT`, and as {@link PictureFiles.render} does */
  @Handles(bulletinFileContract.addRecording)
  addRecording(
    request: AddBulletinRecording,
    call: CallContext,
  ): Promise<Outcome<AddedBulletinRecordingView>> {
    return takeIn(this.transactions, call, {
      contract: bulletinFileContract.addRecording,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.takeRecording(request, ownerId, call.deadline),
      save: (tx, taken) => this.saveRecording(tx, request, taken),
    });
  }

  /** What its device wrote says where and by whom it was made. The platform encodes nothing anew, and plays nothing. */
  private async takeRecording(
    { fileKey, posterKey, unionId: aboutId }: AddBulletinRecording,
    ownerId: string,
    deadline: number,
  ): Promise<TakenRecording> {
    const upload = { fileKey, ownerId, missing: 'BULLETIN_RECORDING_MISSING', requireBytes } as const;
    const uploaded = await this.files.read(upload);
    const type = sniffType(uploaded);
    const kind = recordingKindOf(type);
    if (kind === null) throw wrongFormat();
    const bytes = bareMedia(uploaded, type, 'BULLETIN_RECORDING_FORMAT');
    const poster =
      videoTypes.includes(type) && posterKey !== undefined
        ? (await this.pictures.render({ fileKey: posterKey, ownerId, aboutId }, deadline)).files
        : [];
    const stored = await this.files.store([{ bytes, type }], { ownerId, aboutId });
    const recording = stored.map(({ key, sha256, size }) => ({ width: null, key, sha256, size }));
    const widths = poster.map(({ width, key, sha256, size }) => ({ width, key, sha256, size }));
    return { kind, files: [...recording, ...widths] };
  }

  private async saveRecording(
    tx: Transaction,
    request: AddBulletinRecording,
    taken: TakenRecording | null,
  ): Promise<AddedBulletinRecordingView | ExistingResult<AddedBulletinRecordingView>> {
    const known = await this.added(tx, request);
    if (known !== null) return new ExistingResult(recordingView(known));
    if (taken === null) throw new DomainError('BULLETIN_RECORDING_MISSING', { pointer: '/fileKey' });
    const { kind, files } = taken;
    const fileName = savedName(request.fileName, kind);
    const row = { ...rowOf(tx, request), kind, fileName, width: null, height: null, files };
    if (request.posterKey !== undefined) await this.files.forget(tx, [request.posterKey]);
    return this.save(tx, row, recordingView);
  }

  /** @returns whose upload it has to be; null if it was added before */
  private async look(tx: Transaction, request: Request): Promise<string | null> {
    return (await this.added(tx, request)) === null ? tx.personId : null;
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async added(tx: Transaction, { unionId, fileKey }: Request): Promise<BulletinFileRow | null> {
    const union = await this.references.findUnion(tx, unionId);
    tx.authorise(actions.manageBulletins, { paths: union ? [union.path] : [] });
    if (union === null) throw new DomainError('NOT_FOUND');
    return this.rows.findBySource(tx, unionId, fileKey);
  }

  private async savePicture(
    tx: Transaction,
    request: AddBulletinPicture,
    rendered: RenderedPicture | null,
  ): Promise<AddedBulletinPictureView | ExistingResult<AddedBulletinPictureView>> {
    const known = await this.added(tx, request);
    if (known !== null) return new ExistingResult(pictureView(known));
    if (rendered === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
    const { width, height, files } = rendered;
    const row = { ...rowOf(tx, request), kind: 'picture' as const, fileName: null, width, height, files };
    return this.save(tx, row, pictureView);
  }

  private async saveDocument(
    tx: Transaction,
    request: AddBulletinAttachment,
    taken: CheckedDocument | null,
  ): Promise<AddedBulletinAttachmentView | ExistingResult<AddedBulletinAttachmentView>> {
    const known = await this.added(tx, request);
    if (known !== null) return new ExistingResult(attachmentView(known));
    if (taken === null) throw new DomainError('ATTACHMENT_FILE_MISSING', { pointer: '/fileKey' });
    const {
      file: { key, sha256, size },
      checked: { kind },
    } = taken;
    const row = {
      ...rowOf(tx, request),
      kind,
      fileName: savedName(request.fileName, kind),
      width: null,
      height: null,
      files: [{ width: null, key, sha256, size }],
    };
    return this.save(tx, row, attachmentView);
  }

  private async save<View>(
    tx: Transaction,
    row: BulletinFileRow,
    viewOf: (row: BulletinFileRow) => View,
  ): Promise<View | ExistingResult<View>> {
    const saved = await this.rows.add(tx, row);
    // The same upload was added at the same moment; what was made for this row goes by itself.
    if (saved.id !== row.id) return new ExistingResult(viewOf(saved));
    await this.files.need(tx, row.files);
    await this.files.forget(tx, [row.sourceKey]);
    await this.shown.planDeletion(tx, row.id);
    const { unionId, kind } = row;
    tx.audit({ noun: 'bulletinFile', id: row.id, after: { unionId, kind } });
    return viewOf(row);
  }
}

function rowOf(
  tx: Transaction,
  { unionId, fileKey }: Request,
): Pick<BulletinFileRow, 'id' | 'unionId' | 'sourceKey' | 'addedBy' | 'addedAt'> {
  return { id: newId(), unionId, sourceKey: fileKey, addedBy: tx.personId, addedAt: tx.now };
}

function pictureView({ id, width, height }: BulletinFileRow): AddedBulletinPictureView {
  if (width === null || height === null) throw new DomainError('PICTURE_FORMAT', { pointer: '/fileKey' });
  return { fileId: id, width, height };
}

function attachmentView(row: BulletinFileRow): AddedBulletinAttachmentView {
  const document = documentOf(row);
  if (document === null) throw new DomainError('ATTACHMENT_IS_PICTURE', { pointer: '/fileKey' });
  return { fileId: row.id, title: titleOf(null, row.fileName ?? ''), ...document };
}

function recordingView(row: BulletinFileRow): AddedBulletinRecordingView {
  const recording = recordingOf(row);
  if (recording === null) throw wrongFormat();
  const { kind, size } = recording;
  return { fileId: row.id, title: titleOf(null, row.fileName ?? ''), kind, size };
}

function requireBytes(bytes: number): void {
  if (bytes > recordingBytesMax) throw wrongFormat();
}

function wrongFormat(): DomainError {
  return new DomainError('BULLETIN_RECORDING_FORMAT', { pointer: '/fileKey' });
}
