import { Injectable } from '@nestjs/common';
import type { AttendanceFact } from '@gongxiang/contracts/sharing/sharing-events';
import { shanghaiDate } from '@gongxiang/domain';
import { storeCopies } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { CensusAttendanceRow } from './census-attendance.entity.js';
import { CountingRepository } from './counting.repository.js';

/** Maintains who has taken part in an activity, and when last. */
@Injectable()
export class ParticipationService {
  constructor(private readonly counting: CountingRepository) {}

  /** The last day on which each of these people came to an activity, also under the id of a record that was merged into theirs. */
  lastPartOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.counting.lastPartOf(tx, personIds);
  }

  /** The newest fact of a person and activity stands, in whatever order they come. */
  async record(tx: Transaction, facts: readonly AttendanceFact[]): Promise<void> {
    const rows = facts.map(({ activityId, personId, heads, revision: version = 1, checkedInAt }) => ({
      activityId,
      personId,
      version,
      heads,
      attendedOn: shanghaiDate(new Date(checkedInAt)),
    }));
    await storeCopies(tx, CensusAttendanceRow, rows);
    await this.counting.keepParticipants(
      tx,
      facts.map(({ personId }) => personId),
    );
  }
}
