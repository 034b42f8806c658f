import { Injectable } from '@nestjs/common';
import {
  type AddResourceDocumentRequest,
  documentsMax,
  type ResourceDocumentIdRequest,
  type ResourceDocumentsView,
  type ResourceDocumentView,
  resourceProfileContract,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { savedName, titleOf, type CheckedDocument, DocumentFiles } from '@gongxiang/messaging/uploads';
import { erasedAt } from '../../activities/attachment/attachment-rules.js';
import { ResourceManagement } from '../../lending/resource/resource-management.js';
import type { ResourceRow } from '../../lending/resource/resource.entity.js';
import { DocumentReader } from './document-reader.js';
import { DocumentRepository } from './document.repository.js';
import { documentViewOf } from './document.view.js';
import type { DocumentRow } from './profile.entity.js';

/** Due work: a document was removed long enough ago to be erased. */
const erasureDue = 'resource-document-erasure';

/** Commands of a resource's manager for its know-how files. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
    private readonly documents: DocumentRepository,
    private readonly uploads: DocumentFiles,
    private readonly reader: DocumentReader,
  ) {}

  /** @throws DomainError `DOCUMENTS_NOT_FOR_SLOT`, `DOCUMENTS_TOO_MANY`, as {@link DocumentFiles.take} does */
  @Handles(resourceProfileContract.addDocument)
  add(request: AddResourceDocumentRequest, call: CallContext): Promise<Outcome<ResourceDocumentView>> {
    const { fileKey, fileName, resourceId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: resourceProfileContract.addDocument,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.uploads.take({ fileKey, fileName, ownerId, aboutId }),
      save: (tx, taken) => this.save(tx, request, taken),
    });
  }

  /** It is no longer served, and can be restored for a while. */
  @Handles(resourceProfileContract.removeDocument)
  remove(request: ResourceDocumentIdRequest, call: CallContext): Promise<Outcome<ResourceDocumentsView>> {
    return this.transactions.command(call, resourceProfileContract.removeDocument, request, async (tx) => {
      const { resource, row } = await this.take(tx, request);
      if (row.removedAt !== null) throw new DomainError('NOT_FOUND');
      await this.documents.setRemoved(tx, row, tx.now);
      await schedule(tx, { kind: erasureDue, key: `${resource.id}/${row.id}`, at: erasedAt(tx.now) });
      tx.audit({ noun: 'resourceDocument', id: row.id, before: { resourceId: resource.id } });
      return this.reader.viewFor(tx, resource);
    });
  }

  @Handles(resourceProfileContract.restoreDocument)
  restore(request: ResourceDocumentIdRequest, call: CallContext): Promise<Outcome<ResourceDocumentsView>> {
    return this.transactions.command(call, resourceProfileContract.restoreDocument, request, async (tx) => {
      const { resource, row } = await this.take(tx, request);
      if (row.removedAt !== null) {
        requirePlace((await this.documents.present(tx, resource.id)).length);
        await this.documents.setRemoved(tx, row, null);
        tx.audit({ noun: 'resourceDocument', id: row.id, after: { resourceId: resource.id } });
      }
      return this.reader.viewFor(tx, resource);
    });
  }

  /** Checks the time again: it may have been restored, and removed again later. */
  @OnDue(erasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const [resourceId = '', id = ''] = key.split('/');
    const row = await this.documents.find(tx, resourceId, id);
    if (row === null || row.removedAt === null || erasedAt(row.removedAt) > tx.now) return;
    await this.documents.delete(tx, row);
    await this.uploads.forget(tx, row.fileKey);
  }

  private async look(tx: Transaction, request: AddResourceDocumentRequest): Promise<string | null> {
    const resource = await this.management.find(tx, request.resourceId);
    if (await this.documents.findBySource(tx, resource.id, request.fileKey)) return null;
    requireAccess(resource);
    requirePlace((await this.documents.present(tx, resource.id)).length);
    return tx.personId;
  }

  private async save(
    tx: Transaction,
    request: AddResourceDocumentRequest,
    taken: CheckedDocument | null,
  ): Promise<ResourceDocumentView | ExistingResult<ResourceDocumentView>> {
    const resource = await this.management.lock(tx, request.resourceId);
    const known = await this.documents.findBySource(tx, resource.id, request.fileKey);
    if (known !== null) return new ExistingResult(documentViewOf(known));
    if (taken === null) throw new DomainError('ATTACHMENT_FILE_MISSING', { pointer: '/fileKey' });
    requirePlace((await this.documents.present(tx, resource.id)).length);
    const row = documentOf(tx, request, taken);
    await this.documents.insert(tx, row);
    await this.uploads.save(tx, taken, row.sourceKey);
    const after = { resourceId: resource.id, kind: row.kind, sha256: row.sha256 };
    tx.audit({ noun: 'resourceDocument', id: row.id, after });
    return documentViewOf(row);
  }

  private async take(
    tx: Transaction,
    { resourceId, documentId }: ResourceDocumentIdRequest,
  ): Promise<{ resource: ResourceRow; row: DocumentRow }> {
    const resource = await this.management.lock(tx, resourceId);
    const row = await this.documents.find(tx, resourceId, documentId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { resource, row };
  }
}

function requireAccess({ lending }: ResourceRow): void {
  if (lending !== 'access') throw new DomainError('DOCUMENTS_NOT_FOR_SLOT');
}

function requirePlace(count: number): void {
  if (count >= documentsMax) throw new DomainError('DOCUMENTS_TOO_MANY', { params: { max: documentsMax } });
}

function documentOf(
  tx: Transaction,
  { resourceId, fileKey, fileName, title }: AddResourceDocumentRequest,
  { file, checked: { kind } }: CheckedDocument,
): DocumentRow {
  const saved = savedName(fileName, kind);
  return {
    resourceId,
    id: newId(),
    title: titleOf(title, saved),
    fileName: saved,
    kind,
    downloads: 0,
    fileKey: file.key,
    sourceKey: fileKey,
    sha256: file.sha256,
    size: file.size,
    createdBy: tx.personId,
    createdAt: tx.now,
    removedAt: null,
  };
}
