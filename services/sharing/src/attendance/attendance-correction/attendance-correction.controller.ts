import { Controller } from '@nestjs/common';
import {
  attendanceCorrectionContract,
  type AttendanceCorrectionView,
  CorrectionIdRequest,
  ListCorrectionsRequest,
  type Page,
  ProposeCorrectionRequest,
  RefuseCorrectionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AttendanceCorrectionService } from './attendance-correction.service.js';
import { CorrectionDesk } from './correction-desk.js';

type Answer = Promise<Outcome<AttendanceCorrectionView>>;

@Controller()
export class AttendanceCorrectionController {
  constructor(
    private readonly corrections: AttendanceCorrectionService,
    private readonly desk: CorrectionDesk,
  ) {}

  @HandlesCommand(attendanceCorrectionContract.propose)
  propose(@Request() request: ProposeCorrectionRequest, @Call() call: CallContext): Answer {
    return this.corrections.propose(request, call);
  }

  @HandlesCommand(attendanceCorrectionContract.approve)
  approve(@Request() request: CorrectionIdRequest, @Call() call: CallContext): Answer {
    return this.corrections.approve(request, call);
  }

  @HandlesCommand(attendanceCorrectionContract.refuse)
  refuse(@Request() request: RefuseCorrectionRequest, @Call() call: CallContext): Answer {
    return this.corrections.refuse(request, call);
  }

  @HandlesCommand(attendanceCorrectionContract.withdraw)
  withdraw(@Request() request: CorrectionIdRequest, @Call() call: CallContext): Answer {
    return this.corrections.withdraw(request, call);
  }

  @HandlesQuery(attendanceCorrectionContract.get)
  get(@Request() request: CorrectionIdRequest, @Call() call: CallContext): Promise<AttendanceCorrectionView> {
    return this.desk.get(request, call);
  }

  @HandlesQuery(attendanceCorrectionContract.list)
  list(
    @Request() request: ListCorrectionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<AttendanceCorrectionView>> {
    return this.desk.list(request, call);
  }
}
