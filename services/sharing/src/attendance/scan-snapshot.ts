import { Injectable } from '@nestjs/common';
import type { CheckInAnswer, CheckInItem } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { normaliseCheckInCode } from '../seats/registration/check-in-code.js';
import { type KnownPerson, RegistrationRepository } from '../seats/registration/registration.repository.js';
import type { Entrance } from './attendance-door.js';
import type { CheckInOperationRow } from './attendance.entity.js';
import { AttendanceRepository, type Ticket } from './attendance.repository.js';
import { MovementRepository } from './movement.repository.js';
import { neverSeen, type Standing } from './presence.model.js';

/** The state before the first scan of a batch. */
export interface Snapshot {
  readonly activity: ActivityRow;
  readonly entrance: Entrance;
  readonly tickets: readonly Ticket[];
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** The presence of each person by id; updated with each scan of the batch. */
  readonly standings: Map<string, Standing>;
  /** The answers given so far, also to earlier batches. */
  readonly answered: Map<string, CheckInAnswer>;
}

/** Loads the data a batch of scans is judged by. */
@Injectable()
export class ScanSnapshots {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly movements: MovementRepository,
    private readonly registrations: RegistrationRepository,
  ) {}

  /** The caller holds the lock of the activity. */
  async take(
    tx: Transaction,
    activity: ActivityRow,
    { items, entrance }: { readonly items: readonly CheckInItem[]; readonly entrance: Entrance },
  ): Promise<Snapshot> {
    const earlier = await this.attendance.operations(
      tx,
      activity.id,
      items.map(({ operationId }) => operationId),
    );
    const named = {
      codes: items.flatMap(({ code }) => (code ? normaliseCheckInCode(code) : [])),
      registrationIds: items.flatMap(({ registrationId }) => registrationId ?? []),
      personIds: items.flatMap(({ personId }) => personId ?? []),
    };
    const tickets = await this.attendance.tickets(tx, activity.id, named);
    const personIds = [...new Set([...named.personIds, ...tickets.map(({ personId }) => personId)])];
    const people = await this.registrations.people(tx, personIds);
    const standings = await this.standings(tx, activity.id, personIds);
    const answered = new Map(earlier.map((row) => [row.operationId, answerOf(row)]));
    return { activity, entrance, tickets, people, standings, answered };
  }

  private async standings(
    tx: Transaction,
    activityId: string,
    personIds: readonly string[],
  ): Promise<Map<string, Standing>> {
    const facts = await this.attendance.newestAmong(tx, activityId, personIds);
    const movements = await this.movements.among(tx, activityId, personIds);
    const found = new Map<string, Standing>(facts.map((fact) => [fact.personId, { fact, movements: [] }]));
    for (const movement of movements) {
      const { fact, movements: earlier } = found.get(movement.personId) ?? neverSeen;
      found.set(movement.personId, { fact, movements: [...earlier, movement] });
    }
    return found;
  }
}

/** The operation id of an undoing does not answer a scan. */
export function answerOf({ operationId, result, code }: CheckInOperationRow): CheckInAnswer {
  if (result === 'undone') return { operationId, result: 'refused', code: 'CHECK_IN_TARGET' };
  return { operationId, result, code };
}
