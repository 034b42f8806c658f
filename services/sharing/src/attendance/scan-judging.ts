import type { CheckInAnswer, CheckInItem } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { isFinal, judgeScan, type Scan, type Verdict } from '@gongxiang/domain/door';
import type { Transaction } from '@gongxiang/persistence';
import { normaliseCheckInCode } from '../seats/registration/check-in-code.js';
import type { Entrance } from './attendance-door.js';
import type { AttendanceFactRow, CheckInOperationRow } from './attendance.entity.js';
import type { Ticket } from './attendance.repository.js';
import { isPresent, neverSeen, presenceAt } from './presence.model.js';
import { answerOf, type Snapshot } from './scan-snapshot.js';

/** A judged scan with its resulting fact. */
export interface Judged {
  readonly operation: CheckInOperationRow;
  readonly fact: AttendanceFactRow | null;
}

/** Judges the scans of a batch in order: each affects the later ones. */
export function judgeAll(
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
    if (isFinal(answer)) {
      judged.push(one);
      record(snapshot, one);
    }
    return answer;
  });
  return { judged, answers };
}

/** The next scans of the batch are judged with this one. */
function record({ standings }: Snapshot, { operation, fact }: Judged): void {
  const { personId, direction, heads, result, admitted } = operation;
  if (personId === null) return;
  const { fact: earlier, movements } = standings.get(personId) ?? neverSeen;
  const isRefused = result === 'refused';
  const wasTaken = direction === 'out' || (admitted !== false && (!isRefused || admitted === true));
  const movement = { direction, heads: heads ?? 0, isRefused, movedAt: movedAt(operation) };
  standings.set(personId, {
    fact: fact ?? earlier,
    movements: wasTaken ? [...movements, movement] : movements,
  });
}

/** A device's clock may be fast; nobody came or went later than now. */
function movedAt({ scannedAt, receivedAt }: CheckInOperationRow): Date {
  return scannedAt < receivedAt ? scannedAt : receivedAt;
}

function judge(tx: Transaction, snapshot: Snapshot, item: CheckInItem): Judged {
  const { activity, entrance } = snapshot;
  const ticket = ticketOf(snapshot, item);
  const personId = ticket?.personId ?? item.personId?.toLowerCase() ?? null;
  const verdict = judgeScan(scanOf(tx, snapshot, item, { ticket, personId }), entrance.gate);
  const operation = operationOf(tx, item, {
    activityId: activity.id,
    entrance,
    personId,
    ticket,
    verdict,
  });
  const isPresentNow = verdict.result === 'checkedIn' && personId !== null;
  return {
    operation,
    fact: isPresentNow ? factOf(snapshot, operation, { personId, ticket, verdict }) : null,
  };
}

function scanOf(
  tx: Transaction,
  { people, standings }: Snapshot,
  item: CheckInItem,
  found: { readonly ticket: Ticket | undefined; readonly personId: string | null },
): Scan {
  const { ticket, personId } = found;
  const standing = (personId === null ? undefined : standings.get(personId)) ?? neverSeen;
  const at = new Date(item.at);
  return {
    direction: item.direction ?? 'in',
    ...presenceAt(standing, at < tx.now ? at : tx.now),
    heads: item.heads ?? null,
    walkIn: item.walkIn === true,
    confirmed: item.confirm === true,
    turnedAway: item.admitted === false,
    targets: [item.code, item.registrationId, item.personId].filter(Boolean).length,
    registration: ticket ?? null,
    namesPerson: Boolean(item.personId),
    personKnown: personId !== null && people.has(personId),
    isPresent: isPresent(standing),
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
  found: {
    activityId: string;
    entrance: Entrance;
    personId: string | null;
    ticket: Ticket | undefined;
    verdict: Verdict;
  },
): CheckInOperationRow {
  const { activityId, entrance, personId, ticket, verdict } = found;
  return {
    activityId,
    operationId: item.operationId,
    scannedAt: new Date(item.at),
    receivedAt: tx.now,
    receivedFrom: entrance.receivedFrom,
    doorLinkId: entrance.doorLinkId,
    personId,
    registrationId: ticket?.id ?? null,
    admitted: item.admitted ?? null,
    direction: item.direction ?? 'in',
    result: verdict.result,
    code: verdict.code,
    heads: verdict.heads,
    undoes: null,
    reason: null,
  };
}

function factOf(
  snapshot: Snapshot,
  operation: CheckInOperationRow,
  found: { personId: string; ticket: Ticket | undefined; verdict: Verdict },
): AttendanceFactRow {
  const { activity, people, standings } = snapshot;
  const { personId, ticket, verdict } = found;
  // The union that owned the seat; for the common pool, or without a seat, the person's own; otherwise the
  // organiser's, who admitted them.
  const seatUnionId = verdict.walkIn ? null : (ticket?.poolUnionId ?? null);
  return {
    activityId: activity.id,
    personId,
    // An earlier one may say that they were not there, as its scan was undone.
    revision: (standings.get(personId)?.fact?.revision ?? 0) + 1,
    unionId: seatUnionId ?? people.get(personId)?.unionId ?? activity.unionId,
    heads: verdict.heads,
    walkIn: verdict.walkIn,
    checkedInAt: movedAt(operation),
    operationId: operation.operationId,
    correctionId: null,
  };
}
