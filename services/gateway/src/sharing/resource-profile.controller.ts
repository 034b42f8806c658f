import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  AddResourceDocumentRequest,
  GetResourceConditionsRequest,
  GetResourceRequest,
  ResourceDocumentIdRequest,
  resourceProfileContract,
  SaveResourceConditionsRequest,
  SaveResourceCustodianRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';
import { attachmentPolicy, attachmentTypes } from './attachment-types.js';

const tag = 'resources';
const base = 'resources/:resourceId';

@Controller()
export class ResourceProfileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint('PUT', `${base}/conditions`, resourceProfileContract.saveConditions, {
    tag,
    summary: 'Says what a borrower agrees to from now on; loans keep the version that was accepted',
    example: { text: '1. 场内禁止吸烟。\n2. 结束后请关灯锁门。' },
  })
  saveConditions(@Input() request: SaveResourceConditionsRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.saveConditions, request, call);
  }

  @Endpoint('GET', `${base}/conditions`, resourceProfileContract.conditions, {
    tag,
    summary: 'What a borrower agrees to: now, or in an earlier version',
  })
  conditions(@Input() request: GetResourceConditionsRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.conditions, request, call);
  }

  @Endpoint('PUT', `${base}/custodian`, resourceProfileContract.saveCustodian, {
    tag,
    summary: 'Says who hands a resource over, when, and how he is reached; what is left out goes',
    example: { name: '文体中心服务台', deskHours: '工作日 9:00–17:30', contact: '内线 6021' },
  })
  saveCustodian(@Input() request: SaveResourceCustodianRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.saveCustodian, request, call);
  }

  @Endpoint('GET', `${base}/custodian`, resourceProfileContract.custodian, {
    tag,
    summary: 'Who hands a resource over; how he is reached only for whoever has a loan of it, or keeps it',
  })
  custodian(@Input() request: GetResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.custodian, request, call);
  }

  @Endpoint('POST', `${base}/documents`, resourceProfileContract.addDocument, {
    tag,
    summary: 'Adds an uploaded file to know-how, if by its content it is one that runs nothing',
    example: {
      fileKey: '019a0000-0000-7000-8000-0000000000f1',
      fileName: '章程范本.docx',
      title: '工会章程范本',
    },
  })
  addDocument(@Input() request: AddResourceDocumentRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.addDocument, request, call);
  }

  @Endpoint('GET', `${base}/documents`, resourceProfileContract.documents, {
    tag,
    summary: 'Lists the documents of know-how, whether the caller is given them now, and where it was used',
  })
  documents(@Input() request: GetResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.documents, request, call);
  }

  @Endpoint('DELETE', `${base}/documents/:documentId`, resourceProfileContract.removeDocument, {
    tag,
    summary: 'Removes a document; for 30 days it can be brought back',
  })
  removeDocument(@Input() request: ResourceDocumentIdRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.removeDocument, request, call);
  }

  @Endpoint('POST', `${base}/documents/:documentId/restore`, resourceProfileContract.restoreDocument, {
    tag,
    summary: 'Brings a removed document back',
    status: 200,
  })
  restoreDocument(@Input() request: ResourceDocumentIdRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceProfileContract.restoreDocument, request, call);
  }

  @Endpoint('GET', `${base}/documents/:documentId/file`, resourceProfileContract.documentFile, {
    tag,
    summary: 'A document, to be saved, for whoever keeps the know-how or has a loan of it that runs',
    files: attachmentTypes,
    isFileOnly: true,
  })
  async documentFile(
    @Input() request: ResourceDocumentIdRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(resourceProfileContract.documentFile, request, call);
    const { fileKey, sha256, size, fileName, contentType } = outcome.body;
    const content = await this.files.get(fileKey, null, sha256);
    // Over that of the pages, which stands on the answer already.
    reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
    const body = new StreamableFile(content, {
      type: contentType,
      length: size,
      disposition: attachmentOf(fileName),
    });
    return { ...outcome, body };
  }
}
