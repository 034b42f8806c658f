import { Injectable } from '@nestjs/common';
import type { AttendanceFact } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository, type HeadsOfUnion } from './activity.repository.js';

/** Who came to an activity: immutable inputs of its costs. */
@Injectable()
export class FactService {
  constructor(private readonly activities: ActivityRepository) {}

  add(tx: Transaction, facts: readonly AttendanceFact[]): Promise<void> {
    return this.activities.addFacts(tx, facts);
  }

  /** @throws DomainError 409 `FACTS_INCOMPLETE` until count and hash of the facts are those of the close */
  completeHeads(tx: Transaction, activityId: string): Promise<{ factsHash: string; heads: HeadsOfUnion[] }> {
    return this.activities.completeHeads(tx, activityId);
  }
}
