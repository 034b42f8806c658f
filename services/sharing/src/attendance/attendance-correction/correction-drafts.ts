import { Injectable } from '@nestjs/common';
import type { ProposeCorrectionRequest } from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { DomainError, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttendanceRepository } from '../attendance.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RegistrationRepository } from '../../seats/registration/registration.repository.js';
import type { AttendanceCorrectionRow } from './attendance-correction.entity.js';
import { correctedUnion } from './attendance-correction.model.js';
import { AttendanceCorrectionRepository } from './attendance-correction.repository.js';

/** Creates corrections, with the current attendance beside the proposed one. */
@Injectable()
export class CorrectionDrafts {
  constructor(
    private readonly corrections: AttendanceCorrectionRepository,
    private readonly attendance: AttendanceRepository,
    private readonly references: ReferenceRepository,
    private readonly registrations: RegistrationRepository,
  ) {}

  /** Under the lock of the activity. @throws DomainError `CORRECTION_WAITING`, `CORRECTION_CHANGES_NOTHING`, `REFERENCE_PENDING` */
  async add(
    tx: Transaction,
    activity: ActivityRow,
    request: ProposeCorrectionRequest,
  ): Promise<AttendanceCorrectionRow> {
    if (await this.corrections.waitsFor(tx, activity.id, request.personId))
      throw new DomainError('CORRECTION_WAITING', { pointer: '/personId' });
    const row = await this.rowOf(tx, activity, request);
    await this.corrections.insert(tx, row);
    return row;
  }

  private async rowOf(
    tx: Transaction,
    activity: ActivityRow,
    { personId, heads, unionId, reason }: ProposeCorrectionRequest,
  ): Promise<AttendanceCorrectionRow> {
    const person = (await this.registrations.people(tx, [personId])).get(personId);
    if (person === undefined)
      throw new DomainError('REFERENCE_PENDING', { pointer: '/personId', retryAfterSeconds: 1 });
    if (unionId) await this.references.union(tx, unionId, '/unionId');
    const fact = await this.attendance.factOf(tx, activity.id, personId);
    const before = { heads: fact?.heads ?? 0, unionId: fact?.unionId ?? null };
    const otherwise = person.unionId ?? activity.unionId;
    return {
      activityId: activity.id,
      id: newId(),
      version: 1,
      personId,
      heads,
      reason,
      state: 'proposed',
      unionId: correctedUnion(before, { heads, unionId: unionId ?? null, otherwise }),
      headsBefore: before.heads,
      unionIdBefore: before.heads === 0 ? null : before.unionId,
      proposedBy: tx.personId,
      proposedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      refusal: null,
    };
  }
}
