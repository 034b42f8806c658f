import { Controller, StreamableFile } from '@nestjs/common';
import {
  AddHandoverPictureRequest,
  DisputeHandoverRequest,
  handoverContract,
  HandoverPictureFileRequest,
  HandoverRequest,
  HandoversRequest,
  ListWaitingHandoversRequest,
  NoRequest,
  RecordHandoverRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';
const type = 'image/webp';
const base = 'loans/:loanId/handovers';

@Controller()
export class HandoverController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint('GET', 'loan-desk', handoverContract.desk, {
    tag,
    summary: 'What the caller has to do about loans as a keeper, by urgency, for a device to take along',
  })
  desk(@Input() request: NoRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.desk, request, call);
  }

  @Endpoint('POST', base, handoverContract.record, {
    tag,
    summary: 'Writes down that something went out or came back, in part or whole; the other side answers',
    example: {
      operationId: '019a0000-0000-7000-8000-0000000000a1',
      direction: 'back',
      at: '2026-12-01T12:05:00+08:00',
      grade: 'damaged',
      condition: '主机完好',
      damage: { note: '话筒网罩凹陷', amount: { amount: '12000', currency: 'CNY' } },
    },
  })
  record(@Input() request: RecordHandoverRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.record, request, call);
  }

  @Endpoint('GET', 'handovers', handoverContract.waiting, {
    tag,
    summary: 'Handovers that count as confirmed where the caller does not answer, the first to run out first',
  })
  waiting(@Input() request: ListWaitingHandoversRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.waiting, request, call);
  }

  @Endpoint('GET', base, handoverContract.list, {
    tag,
    summary: 'Lists who had it in his hands, for both sides of the loan, the earliest first',
  })
  list(@Input() request: HandoversRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.list, request, call);
  }

  @Endpoint('POST', `${base}/:handoverId/confirm`, handoverContract.confirm, {
    tag,
    summary: 'Confirms what the other side has written down',
    status: 200,
  })
  confirm(@Input() request: HandoverRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.confirm, request, call);
  }

  @Endpoint('POST', `${base}/:handoverId/dispute`, handoverContract.dispute, {
    tag,
    summary: 'Says what was otherwise than the other side has written down; the words stay with it',
    status: 200,
    example: { words: '交来时外壳已有划痕' },
  })
  dispute(@Input() request: DisputeHandoverRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.dispute, request, call);
  }

  @Endpoint('POST', `${base}/:handoverId/pictures`, handoverContract.addPicture, {
    tag,
    summary: 'Adds a picture of the condition, by either side, until the loan is closed',
    example: { fileKey: '019a0000-0000-7000-8000-0000000000f1' },
  })
  addPicture(@Input() request: AddHandoverPictureRequest, @Call() call: CallContext) {
    return this.rpc.call(handoverContract.addPicture, request, call);
  }

  @Endpoint('GET', `${base}/:handoverId/pictures/:pictureId/:width`, handoverContract.pictureFile, {
    tag,
    summary: 'A picture of the condition in one of its widths, for both sides of the loan',
    files: [type],
    isFileOnly: true,
  })
  async pictureFile(
    @Input() request: HandoverPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(handoverContract.pictureFile, request, call);
    const { fileKey, sha256, size } = outcome.body;
    const file = await this.files.get(fileKey, null, sha256);
    return { ...outcome, body: new StreamableFile(file, { type, length: size }) };
  }
}
