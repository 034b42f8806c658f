import { Controller } from '@nestjs/common';
import {
  GetJobRequest,
  type JobState,
  type JobView,
  type MemberImportState,
  membershipJobContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { MemberImportService } from './member-import.service.js';
import { memberImportKind } from './member-import.worker.js';

const jobStateOf: Readonly<Record<MemberImportState, JobState>> = {
  waiting: 'waiting',
  running: 'running',
  checked: 'done',
  done: 'done',
  undone: 'done',
  failed: 'failed',
};

/** The long work of this service in the form that all services share; imports are all of it. */
@Controller()
export class JobController {
  constructor(private readonly imports: MemberImportService) {}

  @HandlesQuery(membershipJobContract.get)
  async get(@Request() request: GetJobRequest, @Call() call: CallContext): Promise<JobView> {
    const { id, state, progress } = await this.imports.get({ importId: request.jobId }, call);
    const resource = `/member-imports/${id}`;
    return { id, kind: memberImportKind, state: jobStateOf[state], progress: { ...progress }, resource };
  }
}
