import { Injectable } from '@nestjs/common';
import type { GetResourceRequest } from '@gongxiang/contracts/sharing/lending/resource.contract';
import {
  type ResourceDocumentFileView,
  type ResourceDocumentIdRequest,
  type ResourceDocumentsView,
  resourceProfileContract,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { mediaTypes } from '@gongxiang/messaging/uploads';
import { loanAccess } from '../../lending/loan/loan-access.js';
import { ResourceManagement } from '../../lending/resource/resource-management.js';
import type { ResourceRow } from '../../lending/resource/resource.entity.js';
import { DocumentRepository } from './document.repository.js';
import { documentsViewOf } from './document.view.js';

/**
 * Reads know-how: the list is visible to everybody; the files to its manager, and to borrowers while their loan runs.
 */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
    private readonly documents: DocumentRepository,
  ) {}

  @Handles(resourceProfileContract.documents)
  list({ resourceId }: GetResourceRequest, call: CallContext): Promise<ResourceDocumentsView> {
    return this.transactions.read(call, async (tx) =>
      this.viewFor(tx, await this.management.see(tx, resourceId)),
    );
  }

  /** Every download is counted. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` outside a running loan */
  @Handles(resourceProfileContract.documentFile)
  file(request: ResourceDocumentIdRequest, call: CallContext): Promise<ResourceDocumentFileView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.management.see(tx, request.resourceId);
      const row = await this.documents.find(tx, resource.id, request.documentId);
      const isManager = await this.management.isManagedByCaller(tx, resource);
      if (row === null || (row.removedAt !== null && !isManager)) throw new DomainError('NOT_FOUND');
      const isOpen = isManager || (await runsUntil(tx, resource.id)) !== null;
      if (!isOpen) throw new DomainError('NOT_PERMITTED');
      await this.documents.count(tx, row);
      const { fileKey, sha256, size, fileName, kind } = row;
      return { fileKey, sha256, size, fileName, contentType: mediaTypes[kind] };
    });
  }

  async viewFor(tx: Transaction, resource: ResourceRow): Promise<ResourceDocumentsView> {
    const isManager = await this.management.isManagedByCaller(tx, resource);
    return documentsViewOf({
      isManager,
      until: await runsUntil(tx, resource.id),
      present: await this.documents.present(tx, resource.id),
      removed: isManager ? await this.documents.removed(tx, resource.id) : [],
      usedIn: await this.documents.uses(tx, resource.id),
    });
  }
}

async function runsUntil(tx: Transaction, resourceId: string): Promise<Date | null> {
  return (await loanAccess(tx, resourceId))?.runsUntil ?? null;
}
