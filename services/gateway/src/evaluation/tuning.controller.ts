import { Controller } from '@nestjs/common';
import {
  DraftTunedSystemRequest,
  ListTuningReportsRequest,
  tuningContract,
  TuningReportRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class TuningController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'tuning-reports', tuningContract.list, {
    tag: 'indicators',
    summary: 'Reports on indicator systems, newest first',
  })
  list(@Input() request: ListTuningReportsRequest, @Call() call: CallContext) {
    return this.rpc.call(tuningContract.list, request, call);
  }

  @Endpoint('GET', 'tuning-reports/:tuningReportId', tuningContract.get, {
    tag: 'indicators',
    summary: 'One report, in words and in figures',
  })
  get(@Input() request: TuningReportRequest, @Call() call: CallContext) {
    return this.rpc.call(tuningContract.get, request, call);
  }

  @Endpoint('POST', 'tuning-reports/:tuningReportId/draft', tuningContract.draft, {
    tag: 'indicators',
    summary: 'Starts the next version of the system without the indicators that go, as a draft',
    example: {
      drops: ['again'],
      merges: [{ keep: 'guides', drop: 'service', name: '我对现场服务与讲解满意' }],
    },
  })
  draft(@Input() request: DraftTunedSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(tuningContract.draft, request, call);
  }
}
