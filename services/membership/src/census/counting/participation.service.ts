import { Injectable } from '@nestjs/common';
import type { AttendanceFact } from '@gongxiang/contracts/sharing/sharing-events';
import { storeCopies } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { CensusAttendanceRow } from './census-attendance.entity.js';
import { CountingRepository } from './counting.repository.js';

/** Maintains who has ever taken part in an activity. */
@Injectable()
export class ParticipationService {
  constructor(private readonly counting: CountingRepository) {}

  /** The newest fact of a person and activity stands, in whatever order they come. */
  async record(tx: Transaction, facts: readonly AttendanceFact[]): Promise<void> {
    const rows = facts.map(({ activityId, personId, heads, revision: version = 1 }) => ({
      activityId,
      personId,
      version,
      heads,
    }));
    await storeCopies(tx, CensusAttendanceRow, rows);
    await this.counting.keepParticipants(
      tx,
      facts.map(({ personId }) => personId),
    );
  }
}
