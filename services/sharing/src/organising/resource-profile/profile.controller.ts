import { Controller } from '@nestjs/common';
import {
  AddResourceDocumentRequest,
  GetResourceConditionsRequest,
  GetResourceRequest,
  type ResourceConditionsView,
  type ResourceCustodianView,
  type ResourceDocumentFileView,
  ResourceDocumentIdRequest,
  type ResourceDocumentsView,
  type ResourceDocumentView,
  resourceProfileContract,
  SaveResourceConditionsRequest,
  SaveResourceCustodianRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ConditionsService } from './conditions.service.js';
import { CustodianService } from './custodian.service.js';
import { DocumentReader } from './document.reader.js';
import { DocumentService } from './document.service.js';

@Controller()
export class ResourceProfileController {
  constructor(
    private readonly conditions: ConditionsService,
    private readonly custodians: CustodianService,
    private readonly documents: DocumentService,
    private readonly reader: DocumentReader,
  ) {}

  @HandlesCommand(resourceProfileContract.saveConditions)
  saveConditions(
    @Request() request: SaveResourceConditionsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceConditionsView>> {
    return this.conditions.save(request, call);
  }

  @HandlesQuery(resourceProfileContract.conditions)
  getConditions(
    @Request() request: GetResourceConditionsRequest,
    @Call() call: CallContext,
  ): Promise<ResourceConditionsView> {
    return this.conditions.get(request, call);
  }

  @HandlesCommand(resourceProfileContract.saveCustodian)
  saveCustodian(
    @Request() request: SaveResourceCustodianRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceCustodianView>> {
    return this.custodians.save(request, call);
  }

  @HandlesQuery(resourceProfileContract.custodian)
  getCustodian(
    @Request() request: GetResourceRequest,
    @Call() call: CallContext,
  ): Promise<ResourceCustodianView> {
    return this.custodians.get(request, call);
  }

  @HandlesCommand(resourceProfileContract.addDocument)
  addDocument(
    @Request() request: AddResourceDocumentRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceDocumentView>> {
    return this.documents.add(request, call);
  }

  @HandlesQuery(resourceProfileContract.documents)
  listDocuments(
    @Request() request: GetResourceRequest,
    @Call() call: CallContext,
  ): Promise<ResourceDocumentsView> {
    return this.reader.list(request, call);
  }

  @HandlesCommand(resourceProfileContract.removeDocument)
  removeDocument(
    @Request() request: ResourceDocumentIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceDocumentsView>> {
    return this.documents.remove(request, call);
  }

  @HandlesCommand(resourceProfileContract.restoreDocument)
  restoreDocument(
    @Request() request: ResourceDocumentIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceDocumentsView>> {
    return this.documents.restore(request, call);
  }

  @HandlesQuery(resourceProfileContract.documentFile)
  documentFile(
    @Request() request: ResourceDocumentIdRequest,
    @Call() call: CallContext,
  ): Promise<ResourceDocumentFileView> {
    return this.reader.file(request, call);
  }
}
