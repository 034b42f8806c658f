import { Controller } from '@nestjs/common';
import { figureContract, ImportFiguresRequest, ListFiguresRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'indicators';

@Controller()
export class FigureController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'figures', figureContract.import, {
    tag,
    summary: 'Takes in the figures of an uploaded .csv or .xlsx, all rows or none; a dry run only says',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      fileKey: '01936d5e-0000-7000-8000-000000000002',
      fileName: '2026年俱乐部年报.xlsx',
      dryRun: true,
    },
  })
  import(@Input() request: ImportFiguresRequest, @Call() call: CallContext) {
    return this.rpc.call(figureContract.import, request, call);
  }

  @Endpoint('GET', 'figures', figureContract.list, {
    tag,
    summary:
      'What files told, newest first, to the evaluators of the union that brought it and of those above',
  })
  list(@Input() request: ListFiguresRequest, @Call() call: CallContext) {
    return this.rpc.call(figureContract.list, request, call);
  }
}
