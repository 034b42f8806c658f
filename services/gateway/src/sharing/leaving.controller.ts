import { Controller } from '@nestjs/common';
import { CoHostIdRequest, LeaveCoHostingRequest, leavingContract } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'co-hosting';

@Controller()
export class LeavingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/co-hosts/:coHostId/leaving', leavingContract.preview, {
    tag,
    summary: 'Shows what would follow if a co-host left: for seats, cost, tasks and loans',
  })
  preview(@Input() request: CoHostIdRequest, @Call() call: CallContext) {
    return this.rpc.call(leavingContract.preview, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/co-hosts/:coHostId/leave', leavingContract.leave, {
    tag,
    summary: 'Takes a co-host out; the agreement in force ends, and those who stay sign a new one',
    status: 200,
    freshRoles: true,
    example: { reason: '本会经费另有安排' },
  })
  leave(@Input() request: LeaveCoHostingRequest, @Call() call: CallContext) {
    return this.rpc.call(leavingContract.leave, request, call);
  }
}
