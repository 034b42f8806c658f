import { Controller } from '@nestjs/common';
import {
  ChangePoolRequest,
  CreatePoolRequest,
  CreateSeatCapRequest,
  ListPoolsRequest,
  ListSeatCapsRequest,
  poolContract,
  SeatCapRequest,
  seatCapContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'pools';

@Controller()
export class PoolController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/pools', poolContract.create, {
    tag,
    summary:
      'Adds a pool of seats, for a union with all below it, for a club, or for everybody else; also for some sizes of enterprises alone',
    example: { name: '青山区总工会名额', unionId: '019a0000-0000-7000-8000-000000000001', capacity: 120 },
  })
  create(@Input() request: CreatePoolRequest, @Call() call: CallContext) {
    return this.rpc.call(poolContract.create, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/pools', poolContract.list, {
    tag,
    summary: 'Shows where the seats of each pool are, and their sum',
  })
  list(@Input() request: ListPoolsRequest, @Call() call: CallContext) {
    return this.rpc.call(poolContract.list, request, call);
  }

  @Endpoint('PATCH', 'activities/:activityId/pools/:poolId', poolContract.change, {
    tag,
    summary:
      'Changes capacity, times or offers: raised, it serves the waitlist first; lowered, the last in go to its front',
    ifMatch: true,
    example: { capacity: 150 },
  })
  change(@Input() request: ChangePoolRequest, @Call() call: CallContext) {
    return this.rpc.call(poolContract.change, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/caps', seatCapContract.create, {
    tag,
    summary: 'Sets a bound over all pools of a union and those below it, or over the whole activity',
    example: { name: '礼堂消防限员', capacity: 300 },
  })
  createCap(@Input() request: CreateSeatCapRequest, @Call() call: CallContext) {
    return this.rpc.call(seatCapContract.create, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/caps', seatCapContract.list, {
    tag,
    summary: 'Lists the bounds over several pools, and what is free of each',
  })
  listCaps(@Input() request: ListSeatCapsRequest, @Call() call: CallContext) {
    return this.rpc.call(seatCapContract.list, request, call);
  }

  @Endpoint('DELETE', 'activities/:activityId/caps/:capId', seatCapContract.remove, {
    tag,
    summary: 'Lifts a bound; whoever waited because of it alone gets a seat at once',
  })
  removeCap(@Input() request: SeatCapRequest, @Call() call: CallContext) {
    return this.rpc.call(seatCapContract.remove, request, call);
  }
}
