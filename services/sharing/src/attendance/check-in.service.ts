import { Injectable } from '@nestjs/common';
import {
  type CheckInAnswer,
  checkInContract,
  type CheckInItem,
  type CheckInRequest,
  type CheckInView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Gate, isFinal, judgeScan, type Scan, type Verdict } from '@gongxiang/domain/door';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityChanges } from '../activity/activity.changes.js';
import { normaliseCheckInCode } from '../registration/check-in-code.js';
import { type KnownPerson, RegistrationRepository } from '../registration/registration.repository.js';
import type { AttendanceFactRow, CheckInOperationRow } from './attendance.entity.js';
import { AttendanceDoor } from './attendance.door.js';
import { AttendanceRepository, type Ticket } from './attendance.repository.js';

/** What is known before the first scan of a batch is judged. */
interface Snapshot {
  readonly activity: ActivityRow;
  readonly gate: Gate;
  readonly tickets: readonly Ticket[];
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly present: Set<string>;
  /** The answers given so far, also to earlier batches. */
  readonly answered: Map<string, CheckInAnswer>;
}

interface Judged {
  readonly operation: CheckInOperationRow;
  readonly fact: AttendanceFactRow | null;
}

/** Check-in at the door, in batches: a device that was without a connection sends all it has. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly attendance: AttendanceRepository,
    private readonly registrations: RegistrationRepository,
    private readonly door: AttendanceDoor,
  ) {}

  /** Every scan gets an answer of its own: one that is refused holds up no other. */
  checkIn(request: CheckInRequest, call: CallContext): Promise<Outcome<CheckInView>> {
    return this.transactions.command(call, checkInContract.checkIn, request, async (tx) => {
      // The lock keeps the close, a cancellation and the scan of another door from changing what is judged here.
      const activity = await this.activities.lock(tx, request.activityId);
      await this.door.authorise(tx, activity, actions.checkIn);
      const snapshot = await this.snapshot(tx, activity, request.items);
      const { judged, answers } = judgeAll(tx, snapshot, request.items);
      await this.attendance.insert(
        tx,
        judged.map(({ operation }) => operation),
        judged.flatMap(({ fact }) => fact ?? []),
      );
      tx.audit({ noun: 'attendance', id: activity.id, after: countsOf(judged) });
      if (judged.length > 0)
        await this.door.hint(tx, activity, await this.attendance.countScans(tx, activity.id));
      return { items: answers };
    });
  }

  private async snapshot(
    tx: Transaction,
    activity: ActivityRow,
    items: readonly CheckInItem[],
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
    const present = new Set(await this.attendance.presentAmong(tx, activity.id, personIds));
    const answered = new Map(earlier.map((row) => [row.operationId, answerOf(row)]));
    return { activity, gate: this.door.gateOf(tx, activity), tickets, people, present, answered };
  }
}

function judgeAll(
  tx: Transaction,
  snapshot: Snapshot,
  items: readonly CheckInItem[],
): { judged: Judged[]; answers: CheckInAnswer[] } {
  const judged: Judged[] = [];
  const answers = items.map((item) => {
    const earlier = snapshot.answered.get(item.operationId.toLowerCase());
    if (earlier !== undefined) return { ...earlier, operationId: item.operationId };
    const one = judge(tx, snapshot, item);
    const answer = answerOf(one.operation);
    snapshot.answered.set(item.operationId.toLowerCase(), answer);
    if (one.fact !== null) snapshot.present.add(one.fact.personId);
    if (isFinal(answer)) judged.push(one);
    return answer;
  });
  return { judged, answers };
}

function judge(tx: Transaction, snapshot: Snapshot, item: CheckInItem): Judged {
  const { activity } = snapshot;
  const ticket = ticketOf(snapshot, item);
  const personId = ticket?.personId ?? item.personId?.toLowerCase() ?? null;
  const verdict = judgeScan(scanOf(snapshot, item, { ticket, personId }), snapshot.gate);
  const operation = operationOf(tx, item, { activityId: activity.id, personId, ticket, verdict });
  const isPresentNow = verdict.result === 'checkedIn' && personId !== null;
  return {
    operation,
    fact: isPresentNow ? factOf(snapshot, operation, { personId, ticket, verdict }) : null,
  };
}

function scanOf(
  { people, present }: Snapshot,
  item: CheckInItem,
  found: { readonly ticket: Ticket | undefined; readonly personId: string | null },
): Scan {
  const { ticket, personId } = found;
  return {
    heads: item.heads ?? null,
    walkIn: item.walkIn === true,
    confirmed: item.confirm === true,
    turnedAway: item.admitted === false,
    targets: [item.code, item.registrationId, item.personId].filter(Boolean).length,
    registration: ticket ?? null,
    namesPerson: Boolean(item.personId),
    personKnown: personId !== null && people.has(personId),
    isPresent: personId !== null && present.has(personId),
  };
}

function ticketOf(
  { tickets }: Snapshot,
  { code, registrationId, personId }: CheckInItem,
): Ticket | undefined {
  if (code) return tickets.find((ticket) => ticket.checkInCode === normaliseCheckInCode(code));
  if (registrationId) return tickets.find((ticket) => ticket.id === registrationId.toLowerCase());
  return tickets.find((ticket) => ticket.personId === personId?.toLowerCase());
}

function operationOf(
  tx: Transaction,
  item: CheckInItem,
  found: { activityId: string; personId: string | null; ticket: Ticket | undefined; verdict: Verdict },
): CheckInOperationRow {
  const { activityId, personId, ticket, verdict } = found;
  return {
    activityId,
    operationId: item.operationId,
    scannedAt: new Date(item.at),
    receivedAt: tx.now,
    receivedFrom: tx.personId,
    personId,
    registrationId: ticket?.id ?? null,
    admitted: item.admitted ?? null,
    result: verdict.result,
    code: verdict.code,
    heads: verdict.heads,
  };
}

function factOf(
  snapshot: Snapshot,
  operation: CheckInOperationRow,
  found: { personId: string; ticket: Ticket | undefined; verdict: Verdict },
): AttendanceFactRow {
  const { activity, people } = snapshot;
  const { personId, ticket, verdict } = found;
  // The union whose seat it was; from the common pool, or without a seat, the person's own; else the organiser's, who
  // let him in.
  const seatUnionId = verdict.walkIn ? null : (ticket?.poolUnionId ?? null);
  const { operationId, scannedAt, receivedAt } = operation;
  return {
    activityId: activity.id,
    personId,
    revision: 1,
    unionId: seatUnionId ?? people.get(personId)?.unionId ?? activity.unionId,
    heads: verdict.heads,
    walkIn: verdict.walkIn,
    // A device's clock may be ahead; nobody has come later than now.
    checkedInAt: scannedAt < receivedAt ? scannedAt : receivedAt,
    operationId,
    correctionId: null,
  };
}

function answerOf({ operationId, result, code }: CheckInOperationRow): CheckInAnswer {
  return { operationId, result, code };
}

function countsOf(judged: readonly Judged[]): Record<string, number> {
  const count = (result: string): number =>
    judged.filter(({ operation }) => operation.result === result).length;
  return { checkedIn: count('checkedIn'), already: count('already'), refused: count('refused') };
}
