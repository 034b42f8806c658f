import { Controller } from '@nestjs/common';
import {
  AttendanceRequest,
  checkInContract,
  CheckInRequest,
  CloseActivityRequest,
  DoorFlowRequest,
  rosterContract,
  RosterRequest,
  UndoCheckInRequest,
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
      'Checks people in and out, in batches; each scan has an answer of its own, and the same one when it is sent again',
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

  @Endpoint('POST', 'activities/:activityId/check-ins/:operationId/undo', checkInContract.undo, {
    tag,
    summary:
      'Undoes a scan that was a mistake, before the close; who came follows from the scans that are left',
    status: 200,
    example: { reason: '扫错了人' },
  })
  undo(@Input() request: UndoCheckInRequest, @Call() call: CallContext) {
    return this.rpc.call(checkInContract.undo, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/door-flow', checkInContract.flow, {
    tag,
    summary: 'How many people were inside, in steps of five minutes',
  })
  flow(@Input() request: DoorFlowRequest, @Call() call: CallContext) {
    return this.rpc.call(checkInContract.flow, request, call);
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
