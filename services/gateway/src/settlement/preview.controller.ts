import { Controller } from '@nestjs/common';
import {
  nettingPreviewContract,
  PreviewNettingRequest,
  PreviewSplitRequest,
  splitContract,
  splitTreeContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

@Controller()
export class SettlementPreviewController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'previews/split', splitContract.preview, {
    tag: 'previews',
    summary: 'Splits a cost by a rule, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      total: yuan('1000000'),
      parties: [
        { id: 'A', headcount: 47 },
        { id: 'B', headcount: 31 },
        { id: 'C', headcount: 9 },
      ],
      rotation: 0,
      rule: {
        kind: 'subsidyFirst',
        source: 'D',
        percent: '50',
        upTo: yuan('300000'),
        rest: { kind: 'headcount' },
      },
    },
  })
  split(@Input() request: PreviewSplitRequest, @Call() call: CallContext) {
    return this.rpc.call(splitContract.preview, request, call);
  }

  @Endpoint('POST', 'previews/split-tree', splitTreeContract.preview, {
    tag: 'previews',
    summary: 'Splits a cost by a rule as previews/split does, and says what came to each node; saves nothing',
    status: 200,
    idempotent: false,
    example: {
      total: yuan('1000000'),
      parties: [
        { id: 'A', headcount: 47 },
        { id: 'B', headcount: 31 },
      ],
      rule: {
        kind: 'tiers',
        tiers: [
          { upTo: yuan('300000'), rule: { kind: 'equal' } },
          { upTo: null, rule: { kind: 'headcount' } },
        ],
      },
    },
  })
  splitTree(@Input() request: PreviewSplitRequest, @Call() call: CallContext) {
    return this.rpc.call(splitTreeContract.preview, request, call);
  }

  @Endpoint('POST', 'previews/netting', nettingPreviewContract.preview, {
    tag: 'previews',
    summary: 'Proposes transfers that settle debts, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      mode: 'fewest',
      hub: null,
      debts: [
        { from: 'B', to: 'A', amount: yuan('4000') },
        { from: 'C', to: 'A', amount: yuan('4000') },
        { from: 'C', to: 'B', amount: yuan('2500') },
      ],
    },
  })
  netting(@Input() request: PreviewNettingRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingPreviewContract.preview, request, call);
  }
}
