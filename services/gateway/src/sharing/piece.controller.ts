import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  AddPiecesRequest,
  DownloadLabelsRequest,
  EditPieceRequest,
  FindPieceRequest,
  ListCustodyRequest,
  ListPiecesRequest,
  pieceContract,
  PieceIdRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { originOf } from '../http/origin.js';

const tag = 'resources';
const base = 'resources/:resourceId/pieces';

@Controller()
export class PieceController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('POST', base, pieceContract.add, {
    tag,
    summary: 'Adds pieces with running labels and a code each',
    example: { count: 3, prefix: '投影仪', serials: ['EB-X51-0193', 'EB-X51-0194'], place: '三楼器材室' },
  })
  add(@Input() request: AddPiecesRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.add, request, call);
  }

  @Endpoint('GET', base, pieceContract.list, {
    tag,
    summary:
      'Lists the pieces by their labels, to whoever keeps the resource: where each is, and in whose hand',
  })
  list(@Input() request: ListPiecesRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.list, request, call);
  }

  @Endpoint('PATCH', `${base}/:pieceId`, pieceContract.edit, {
    tag,
    summary: 'Notes the condition, serial number or place of a piece; what is left out stays, null goes',
    ifMatch: true,
    example: { condition: 'worn', note: '灯泡变暗' },
  })
  edit(@Input() request: EditPieceRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.edit, request, call);
  }

  @Endpoint('POST', `${base}/:pieceId/retire`, pieceContract.retire, {
    tag,
    summary: 'Takes a piece out of what is lent, until it is reinstated',
    status: 200,
  })
  retire(@Input() request: PieceIdRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.retire, request, call);
  }

  @Endpoint('POST', `${base}/:pieceId/reinstate`, pieceContract.reinstate, {
    tag,
    summary: 'Lends a piece again that was retired',
    status: 200,
  })
  reinstate(@Input() request: PieceIdRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.reinstate, request, call);
  }

  @Endpoint('GET', `${base}/:pieceId/custody`, pieceContract.custody, {
    tag,
    summary: 'The trail of a piece, the latest first: who had it, where it was, how it was found',
  })
  custody(@Input() request: ListCustodyRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.custody, request, call);
  }

  @Endpoint('GET', 'pieces/:code', pieceContract.find, {
    tag,
    summary: 'What a scanned label says; in whose hand it is, only to the two sides of that loan',
  })
  find(@Input() request: FindPieceRequest, @Call() call: CallContext) {
    return this.rpc.call(pieceContract.find, request, call);
  }

  @Endpoint(
    'GET',
    'resources/:resourceId/labels',
    { ...pieceContract.renderLabels, request: DownloadLabelsRequest },
    {
      tag,
      summary: 'Labels for the pieces as PDF, 24 on a sheet of A4, each with a code that leads to its page',
      files: ['application/pdf'],
      isFileOnly: true,
    },
  )
  async labels(
    @Input() asked: DownloadLabelsRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StreamableFile>> {
    const order = { ...asked, origin: originOf(request) };
    return this.download.send(await this.rpc.call(pieceContract.renderLabels, order, call), call);
  }
}
