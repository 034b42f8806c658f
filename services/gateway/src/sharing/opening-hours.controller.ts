import { Controller } from '@nestjs/common';
import { openingHoursContract, OpeningHoursRequest, SetOpeningHoursRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';

@Controller()
export class OpeningHoursController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'resources/:resourceId/opening-hours', openingHoursContract.get, {
    tag,
    summary: 'When a resource is open, on the clock of China',
  })
  get(@Input() request: OpeningHoursRequest, @Call() call: CallContext) {
    return this.rpc.call(openingHoursContract.get, request, call);
  }

  @Endpoint('PUT', 'resources/:resourceId/opening-hours', openingHoursContract.set, {
    tag,
    summary: 'Says when a resource is open from now on; loans that stand are not touched',
    ifMatch: true,
    example: {
      weekly: [
        { weekday: 'MO', from: '09:00', to: '21:00' },
        { weekday: 'SA', from: '09:00', to: '12:00' },
      ],
      exceptions: [{ date: '2026-12-24', spans: [], note: '设备年检' }],
      holidays: 'closed',
      makeUpDays: 'asWorkday',
      overnight: false,
    },
  })
  set(@Input() request: SetOpeningHoursRequest, @Call() call: CallContext) {
    return this.rpc.call(openingHoursContract.set, request, call);
  }
}
