import { Injectable } from '@nestjs/common';
import {
  type GetJobRequest,
  type JobState,
  type JobView,
  membershipJobContract,
} from '@gongxiang/contracts/membership/members/job.contract';
import type { MemberImportState } from '@gongxiang/contracts/membership/members/member-import.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { MemberImportService } from './member-import.service.js';
import { memberImportKind } from './member-import-worker.js';

const jobStateOf: Readonly<Record<MemberImportState, JobState>> = {
  waiting: 'waiting',
  running: 'running',
  checked: 'done',
  done: 'done',
  undone: 'done',
  failed: 'failed',
};

/** Background jobs of this service in the common form; imports are the only ones. */
@Injectable()
export class JobService {
  constructor(private readonly imports: MemberImportService) {}

  @Handles(membershipJobContract.get)
  async get(request: GetJobRequest, call: CallContext): Promise<JobView> {
    const { id, state, progress } = await this.imports.get({ importId: request.jobId }, call);
    const resource = `/member-imports/${id}`;
    return { id, kind: memberImportKind, state: jobStateOf[state], progress: { ...progress }, resource };
  }
}
