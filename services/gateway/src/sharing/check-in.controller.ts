import { Controller } from '@nestjs/common';
import {
  AttendanceRequest,
  checkInContract,
  CheckInRequest,
  CloseActivityRequest,
  rosterContract,
  RosterRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'check-in';

@Controller()
export class CheckInController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/check-ins', checkInContract.checkIn, {
    tag,
    summary:
      'Checks people in, in batches; each scan has an answer of its own, and the same one when it is sent again',
    status: 200,
    example: {
      items: [
        {
          operationId: '019a0000-0000-7000-8000-0000000000c1',
          code: '7F3K9Q2WZX',
          at: '2026-11-21T09:03:00+08:00',
        },
      ],
    },
  })
  checkIn(@Input() request: CheckInRequest, @Call() call: CallContext) {
    return this.rpc.call(checkInContract.checkIn, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/attendance', checkInContract.attendance, {
    tag,
    summary: 'Lists who came, with people and scans counted apart',
  })
  attendance(@Input() request: AttendanceRequest, @Call() call: CallContext) {
    return this.rpc.call(checkInContract.attendance, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/roster', rosterContract.read, {
    tag,
    summary: 'Who may come in, with hashes of codes alone: for a device that judges scans without a network',
  })
  roster(@Input() request: RosterRequest, @Call() call: CallContext) {
    return this.rpc.call(rosterContract.read, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/close', checkInContract.close, {
    tag: 'activities',
    summary: 'Ends an activity that has begun: its attendance is final from here on',
    status: 200,
    freshRoles: true,
  })
  close(@Input() request: CloseActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(checkInContract.close, request, call);
  }
}
