import { Injectable } from '@nestjs/common';
import type { GetResourceRequest } from '@gongxiang/contracts/sharing/lending/resource.contract';
import {
  resourcePictureContract,
  type ResourcePictureFileRequest,
  type ResourcePicturesView,
} from '@gongxiang/contracts/sharing/organising/resource-picture.contract';
import type { PictureFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PictureRows } from '../../activities/picture/picture-rows.repository.js';
import { pictureViewOf, removedViewsOf } from '../../activities/picture/picture.view.js';
import { ResourceManagement } from '../../lending/resource/resource-management.js';
import { ResourcePictureRow } from './profile.entity.js';

export const resourcePictures = new PictureRows<ResourcePictureRow>({
  entity: ResourcePictureRow,
  name: 'resource_picture',
  holder: { column: 'resource_id', field: 'resourceId' },
});

/** Reads the pictures of resources: visible to everybody who is signed in. */
@Injectable()
export class ResourcePictureReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
  ) {}

  @Handles(resourcePictureContract.list)
  list({ resourceId }: GetResourceRequest, call: CallContext): Promise<ResourcePicturesView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.management.see(tx, resourceId);
      return this.viewFor(tx, resource.id, await this.management.isManagedByCaller(tx, resource));
    });
  }

  /** Those who may restore a removed one see its content. */
  @Handles(resourcePictureContract.file)
  file(request: ResourcePictureFileRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.management.see(tx, request.resourceId);
      const row = await resourcePictures.find(tx, resource.id, request.pictureId);
      const isShown =
        row !== null && (row.removedAt === null || (await this.management.isManagedByCaller(tx, resource)));
      const file = isShown ? row.files.find(({ width }) => width === request.width) : undefined;
      if (file === undefined) throw new DomainError('NOT_FOUND');
      return { fileKey: file.key, sha256: file.sha256, size: file.size };
    });
  }

  async viewFor(tx: Transaction, resourceId: string, isManager: boolean): Promise<ResourcePicturesView> {
    const removed = isManager ? await resourcePictures.removed(tx, resourceId) : [];
    return {
      items: (await resourcePictures.shown(tx, resourceId)).map(pictureViewOf),
      removed: removedViewsOf(removed),
    };
  }
}
