import { Controller, type StreamableFile } from '@nestjs/common';
import {
  CreateLetterTemplateRequest,
  letterTemplateContract,
  LetterTemplateIdRequest,
  ListLetterTemplatesRequest,
  SampleLetterRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { letterFiles } from './letter-files.js';

const tag = 'letters';

@Controller()
export class LetterTemplateController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('POST', 'letter-templates', letterTemplateContract.create, {
    tag,
    summary: "Takes a union's own .docx as a template of letters; unknown placeholders are named",
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      kind: 'certificate',
      name: '活动参与证书',
      fileKey: '019a0000-0000-7000-8000-000000000002',
    },
  })
  create(@Input() request: CreateLetterTemplateRequest, @Call() call: CallContext) {
    return this.rpc.call(letterTemplateContract.create, request, call);
  }

  @Endpoint('GET', 'letter-templates', letterTemplateContract.list, {
    tag,
    summary: 'Lists the templates of a union, the newest first: those in use, or those that are retired',
  })
  list(@Input() request: ListLetterTemplatesRequest, @Call() call: CallContext) {
    return this.rpc.call(letterTemplateContract.list, request, call);
  }

  @Endpoint('GET', 'letter-templates/:templateId', letterTemplateContract.get, {
    tag,
    summary: 'Shows a template',
  })
  get(@Input() request: LetterTemplateIdRequest, @Call() call: CallContext) {
    return this.rpc.call(letterTemplateContract.get, request, call);
  }

  @Endpoint('GET', 'letter-templates/:templateId/sample', letterTemplateContract.sample, {
    tag,
    summary: 'The template filled with an invented person, as PDF or .docx',
    files: letterFiles,
    isFileOnly: true,
  })
  async sample(
    @Input() request: SampleLetterRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(letterTemplateContract.sample, request, call), call);
  }

  @Endpoint('DELETE', 'letter-templates/:templateId', letterTemplateContract.retire, {
    tag,
    summary: 'Retires a template: no letter is made from it until it is restored; those that are there stay',
  })
  retire(@Input() request: LetterTemplateIdRequest, @Call() call: CallContext) {
    return this.rpc.call(letterTemplateContract.retire, request, call);
  }

  @Endpoint('POST', 'letter-templates/:templateId/restore', letterTemplateContract.restore, {
    tag,
    summary: 'Takes a retired template into use again',
    status: 200,
    example: {},
  })
  restore(@Input() request: LetterTemplateIdRequest, @Call() call: CallContext) {
    return this.rpc.call(letterTemplateContract.restore, request, call);
  }
}
