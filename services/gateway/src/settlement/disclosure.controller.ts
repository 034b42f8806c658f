import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  disclosureContract,
  type DisclosureView,
  DownloadDisclosureRequest,
  ListDisclosuresRequest,
  PageRequest,
  PreviewDisclosureRequest,
  PublishDisclosureRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { acceptedOf } from '../http/media-type.js';

const tag = 'budgets';
const json = 'application/json';
const pdf = 'application/pdf';
const example = { unionId: '01930000-0000-7000-8000-000000000001', year: 2026 };

@Controller()
export class DisclosureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('POST', 'disclosures/preview', disclosureContract.preview, {
    tag,
    summary: 'What a union would tell its members of a year if it were published now; nothing is saved',
    status: 200,
    idempotent: false,
    example,
  })
  preview(@Input() request: PreviewDisclosureRequest, @Call() call: CallContext) {
    return this.rpc.call(disclosureContract.preview, request, call);
  }

  @Endpoint('POST', 'disclosures', disclosureContract.publish, {
    tag,
    summary:
      'Freezes a year as the books have it now, for all members of the union; a correction stands beside',
    freshRoles: true,
    example,
  })
  publish(@Input() request: PublishDisclosureRequest, @Call() call: CallContext) {
    return this.rpc.call(disclosureContract.publish, request, call);
  }

  @Endpoint('GET', 'disclosures', disclosureContract.list, {
    tag,
    summary: 'What my union and those above it have disclosed, and what is within my roles; newest first',
  })
  list(@Input() request: ListDisclosuresRequest, @Call() call: CallContext) {
    return this.rpc.call(disclosureContract.list, request, call);
  }

  @Endpoint('GET', 'disclosures/reminders', disclosureContract.listReminders, {
    tag,
    summary: 'Years that are over and that my unions have not disclosed',
  })
  reminders(@Input() request: PageRequest, @Call() call: CallContext) {
    return this.rpc.call(disclosureContract.listReminders, request, call);
  }

  @Endpoint(
    'GET',
    'disclosures/:disclosureId',
    { ...disclosureContract.get, request: DownloadDisclosureRequest },
    {
      tag,
      summary:
        'A disclosure with its hash: what each activity cost, who paid, and the budget; as JSON or PDF',
      files: [pdf],
    },
  )
  async get(
    @Input() { disclosureId, format: asked }: DownloadDisclosureRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<DisclosureView | StreamableFile>> {
    const format = asked ?? (acceptedOf(request.headers.accept, [json, pdf]) === pdf ? 'pdf' : 'json');
    if (format === 'json') return this.rpc.call(disclosureContract.get, { disclosureId }, call);
    return this.download.send(await this.rpc.call(disclosureContract.print, { disclosureId }, call), call);
  }
}
