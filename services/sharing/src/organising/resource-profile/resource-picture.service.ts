import { Injectable } from '@nestjs/common';
import type { PictureView } from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import {
  type AddResourcePictureRequest,
  type ArrangeResourcePicturesRequest,
  type EditResourcePictureRequest,
  resourcePictureContract,
  type ResourcePictureIdRequest,
  resourcePicturesMax,
  type ResourcePicturesView,
} from '@gongxiang/contracts/sharing/organising/resource-picture.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { type RenderedPicture, PictureFiles } from '@gongxiang/messaging/uploads';
import { coverAmong, erasedAt, requirePlace } from '../../activities/picture/picture-rules.js';
import { pictureViewOf } from '../../activities/picture/picture.view.js';
import { ResourceManagement } from '../../lending/resource/resource-management.js';
import type { ResourcePictureRow } from './profile.entity.js';
import { ResourcePictureReader, resourcePictures as pictures } from './resource-picture-reader.js';

/** Due work: a picture was removed long enough ago to be erased. */
const erasureDue = 'resource-picture-erasure';

/** Commands of a resource's manager for its pictures. The first is the cover. */
@Injectable()
export class ResourcePictureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
    private readonly files: PictureFiles,
    private readonly reader: ResourcePictureReader,
  ) {}

  /** @throws DomainError `PICTURES_TOO_MANY`, as {@link PictureFiles.render} does */
  @Handles(resourcePictureContract.add)
  add(request: AddResourcePictureRequest, call: CallContext): Promise<Outcome<PictureView>> {
    const { fileKey, resourceId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: resourcePictureContract.add,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.files.render({ fileKey, ownerId, aboutId }, call.deadline),
      save: (tx, made) => this.save(tx, request, made),
    });
  }

  @Handles(resourcePictureContract.arrange)
  arrange(
    request: ArrangeResourcePicturesRequest,
    call: CallContext,
  ): Promise<Outcome<ResourcePicturesView>> {
    return this.transactions.command(call, resourcePictureContract.arrange, request, async (tx) => {
      const { id } = await this.management.lock(tx, request.resourceId);
      const { pictureIds } = request;
      coverAmong(await pictures.shown(tx, id), { pictureIds });
      await pictures.place(tx, id, pictureIds);
      tx.audit({ noun: 'resource', id, after: { pictureIds } });
      return this.reader.viewFor(tx, id, true);
    });
  }

  /** Omitted fields stay. @throws DomainError `NOT_FOUND` also for a removed picture */
  @Handles(resourcePictureContract.edit)
  edit(request: EditResourcePictureRequest, call: CallContext): Promise<Outcome<PictureView>> {
    return this.transactions.command(call, resourcePictureContract.edit, request, async (tx) => {
      const before = await this.take(tx, request);
      if (before.removedAt !== null) throw new DomainError('NOT_FOUND');
      const { alt = before.alt, caption = before.caption } = request;
      const row = { ...before, alt, caption };
      await pictures.update(tx, row.resourceId, row);
      // A caption may name people, so the audit only records that it changed.
      tx.audit({
        noun: 'resourcePicture',
        id: row.id,
        after: { resourceId: row.resourceId, edited: true },
      });
      return pictureViewOf(row);
    });
  }

  /** It is no longer shown, and can be restored for a while. */
  @Handles(resourcePictureContract.remove)
  remove(request: ResourcePictureIdRequest, call: CallContext): Promise<Outcome<ResourcePicturesView>> {
    return this.transactions.command(call, resourcePictureContract.remove, request, async (tx) => {
      const row = await this.take(tx, request);
      const { resourceId } = row;
      if (row.removedAt !== null) throw new DomainError('NOT_FOUND');
      await pictures.update(tx, resourceId, { ...row, removedAt: tx.now });
      await schedule(tx, { kind: erasureDue, key: `${resourceId}/${row.id}`, at: erasedAt(tx.now) });
      tx.audit({ noun: 'resourcePicture', id: row.id, before: { resourceId } });
      return this.reader.viewFor(tx, resourceId, true);
    });
  }

  /** As the last one. */
  @Handles(resourcePictureContract.restore)
  restore(request: ResourcePictureIdRequest, call: CallContext): Promise<Outcome<ResourcePicturesView>> {
    return this.transactions.command(call, resourcePictureContract.restore, request, async (tx) => {
      const row = await this.take(tx, request);
      const { resourceId } = row;
      const position = await placeAfter(tx, resourceId, row.removedAt === null);
      if (row.removedAt !== null) {
        await pictures.update(tx, resourceId, { ...row, removedAt: null, position });
        tx.audit({ noun: 'resourcePicture', id: row.id, after: { resourceId } });
      }
      return this.reader.viewFor(tx, resourceId, true);
    });
  }

  /** Checks the time again: it may have been restored, and removed again later. */
  @OnDue(erasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const [resourceId = '', id = ''] = key.split('/');
    const row = await pictures.find(tx, resourceId, id);
    if (row === null || row.removedAt === null || erasedAt(row.removedAt) > tx.now) return;
    await pictures.delete(tx, resourceId, id);
    await this.files.forget(
      tx,
      row.files.map((file) => file.key),
    );
  }

  private async look(tx: Transaction, request: AddResourcePictureRequest): Promise<string | null> {
    const { id } = await this.management.find(tx, request.resourceId);
    if (await pictures.findBySource(tx, id, request.fileKey)) return null;
    await placeAfter(tx, id);
    return tx.personId;
  }

  private async save(
    tx: Transaction,
    request: AddResourcePictureRequest,
    made: RenderedPicture | null,
  ): Promise<PictureView | ExistingResult<PictureView>> {
    const { id: resourceId } = await this.management.lock(tx, request.resourceId);
    const known = await pictures.findBySource(tx, resourceId, request.fileKey);
    if (known !== null) return new ExistingResult(pictureViewOf(known));
    if (made === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
    const row = pictureOf(tx, request, { made, position: await placeAfter(tx, resourceId) });
    await pictures.insert(tx, row);
    await this.files.need(tx, row.files);
    await this.files.forget(tx, [row.sourceKey]);
    tx.audit({ noun: 'resourcePicture', id: row.id, after: { resourceId } });
    return pictureViewOf(row);
  }

  private async take(
    tx: Transaction,
    { resourceId, pictureId }: ResourcePictureIdRequest,
  ): Promise<ResourcePictureRow> {
    await this.management.lock(tx, resourceId);
    const row = await pictures.find(tx, resourceId, pictureId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}

/**
 * The position after the last one. @param isThere whether it has a position already @throws DomainError
 * `PICTURES_TOO_MANY`
 */
async function placeAfter(tx: Transaction, resourceId: string, isThere = false): Promise<number> {
  const shown = await pictures.shown(tx, resourceId);
  if (!isThere) requirePlace(shown.length, resourcePicturesMax);
  return (shown.at(-1)?.position ?? 0) + 1;
}

function pictureOf(
  tx: Transaction,
  { resourceId, fileKey, caption, alt }: AddResourcePictureRequest,
  { made, position }: { readonly made: RenderedPicture; readonly position: number },
): ResourcePictureRow {
  return {
    resourceId,
    id: newId(),
    position,
    caption: caption ?? null,
    alt,
    sourceKey: fileKey,
    width: made.width,
    height: made.height,
    files: made.files,
    createdBy: tx.personId,
    createdAt: tx.now,
    removedAt: null,
  };
}
