import { Controller } from '@nestjs/common';
import {
  attendanceCorrectionContract,
  CorrectionIdRequest,
  ListCorrectionsRequest,
  ProposeCorrectionRequest,
  RefuseCorrectionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'check-in';

@Controller()
export class AttendanceCorrectionController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/attendance-corrections', attendanceCorrectionContract.propose, {
    tag,
    summary: 'Proposes to put right who came to a closed activity; another person decides',
    example: {
      personId: '019a0000-0000-7000-8000-000000000021',
      heads: 2,
      reason: '扫码枪没电，签到表上有本人签名。',
    },
  })
  propose(@Input() request: ProposeCorrectionRequest, @Call() call: CallContext) {
    return this.rpc.call(attendanceCorrectionContract.propose, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/attendance-corrections', attendanceCorrectionContract.list, {
    tag,
    summary: 'Lists what was to be put right in the attendance of an activity, the latest first',
  })
  list(@Input() request: ListCorrectionsRequest, @Call() call: CallContext) {
    return this.rpc.call(attendanceCorrectionContract.list, request, call);
  }

  @Endpoint('GET', 'attendance-corrections/:correctionId', attendanceCorrectionContract.get, {
    tag,
    summary: 'Shows one correction of the attendance of an activity',
  })
  get(@Input() request: CorrectionIdRequest, @Call() call: CallContext) {
    return this.rpc.call(attendanceCorrectionContract.get, request, call);
  }

  @Endpoint('POST', 'attendance-corrections/:correctionId/approve', attendanceCorrectionContract.approve, {
    tag,
    summary: 'Approves a correction: a further fact stands from now on, and cost shares are computed anew',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: CorrectionIdRequest, @Call() call: CallContext) {
    return this.rpc.call(attendanceCorrectionContract.approve, request, call);
  }

  @Endpoint('POST', 'attendance-corrections/:correctionId/refuse', attendanceCorrectionContract.refuse, {
    tag,
    summary: 'Refuses a correction, for a reason; for a second officer',
    status: 200,
    freshRoles: true,
    example: { reason: '签到表上没有这个人。' },
  })
  refuse(@Input() request: RefuseCorrectionRequest, @Call() call: CallContext) {
    return this.rpc.call(attendanceCorrectionContract.refuse, request, call);
  }

  @Endpoint('POST', 'attendance-corrections/:correctionId/withdraw', attendanceCorrectionContract.withdraw, {
    tag,
    summary: 'Withdraws a correction that waits; for who proposed it',
    status: 200,
  })
  withdraw(@Input() request: CorrectionIdRequest, @Call() call: CallContext) {
    return this.rpc.call(attendanceCorrectionContract.withdraw, request, call);
  }
}
