import { Injectable } from '@nestjs/common';
import { registrationEvents, type RegistrationStateData } from '@gongxiang/contracts';
import { Push, recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LineRepository } from './line.repository.js';
import type { RegistrationRow } from './registration.entity.js';
import { displace, freeSeats, type Line, promote } from './seating.model.js';

/** Moves people along the lines. Its callers hold the lock of the activity. */
@Injectable()
export class SeatingService {
  constructor(
    private readonly lines: LineRepository,
    private readonly push: Push,
  ) {}

  /** Gives the free seats of a pool to who waits for them. @returns those who got one */
  async serve(tx: Transaction, pool: { activityId: string; id: string }): Promise<RegistrationRow[]> {
    const line = await this.lineOf(tx, pool);
    const free = line === undefined ? 0 : freeSeats(line);
    if (line === undefined || free === 0 || line.servableParties === 0) return [];
    // Every party has at least one head: no more of them can be served than there are seats.
    const waiting = await this.lines.waiting(tx, { ...pool, capacity: line.capacity }, free);
    const promoted = await this.lines.setState(tx, promote(line, waiting), 'confirmed');
    await this.tell(tx, promoted, 'waitlisted');
    return promoted;
  }

  /** Takes seats back after a pool was lowered. */
  async withdraw(tx: Transaction, pool: { activityId: string; id: string }): Promise<RegistrationRow[]> {
    const line = await this.lineOf(tx, pool);
    const over = line === undefined ? 0 : line.confirmed + line.held - line.capacity;
    if (line === undefined || over <= 0) return [];
    const seated = await this.lines.seated(tx, pool.activityId, pool.id, over);
    const displaced = await this.lines.setState(tx, displace(line, seated), 'waitlisted');
    await this.tell(tx, displaced, 'confirmed');
    return displaced;
  }

  /** Audits a change of registrations, tells it to other services, and hints at it to the persons' open pages. */
  async tell(tx: Transaction, rows: readonly RegistrationRow[], before: string | null): Promise<void> {
    for (const row of rows) {
      tx.audit({
        noun: 'registration',
        id: row.id,
        before: before === null ? null : { state: before },
        after: { ...stateOf(row), overrideReason: row.overrideReason },
      });
      this.push.hint(tx, [row.personId], { resource: 'registration', id: row.id, version: row.version });
    }
    await recordEvents(
      tx,
      registrationEvents.registrationChanged,
      rows.map((row) => ({ about: row.id, data: stateOf(row) })),
    );
  }

  private async lineOf(tx: Transaction, pool: { activityId: string; id: string }): Promise<Line | undefined> {
    return (await this.lines.ofPools(tx, pool.activityId, [pool.id])).get(pool.id);
  }
}

function stateOf(row: RegistrationRow): RegistrationStateData {
  const { id, version, activityId, personId, poolId, state, heads } = row;
  return { id, version, activityId, personId, poolId, state, heads };
}
