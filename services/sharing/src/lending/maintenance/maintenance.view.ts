import type {
  MaintenancePlanView,
  MaintenanceTaskView,
} from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { toWire } from '@gongxiang/domain';
import type { MaintenancePlanRow } from './maintenance.entity.js';
import { isOverdue, loansLeft } from './maintenance-days.js';
import type { TaskLine } from './maintenance.repository.js';

/** @param today in China */
export function taskView(line: TaskLine, today: string): MaintenanceTaskView {
  const { id, version, planId, resourceId, resourceTitle, pieceId, pieceLabel } = line;
  const { title, byWhom, state, dueOn, doneOn, note, closedBy } = line;
  return {
    id,
    version,
    planId,
    resourceId,
    resourceTitle,
    pieceId,
    pieceLabel,
    title,
    byWhom,
    state,
    dueOn,
    doneOn,
    note,
    closedBy,
    overdue: isLate(line, today),
    loansLeft: line.loans === null ? null : loansLeft(line.every, line.loans),
    blocks: line.blockHours !== null,
    blockedFrom: line.blockedFrom?.toISOString() ?? null,
    blockedUntil: line.blockedUntil?.toISOString() ?? null,
    cost: line.costFen === null ? null : toWire(line.costFen),
    closedAt: line.closedAt?.toISOString() ?? null,
  };
}

/** @param next its open task @param pieceLabel null if it is about the whole resource */
export function planView(
  row: MaintenancePlanRow,
  { next, pieceLabel }: { readonly next: MaintenanceTaskView | null; readonly pieceLabel: string | null },
): MaintenancePlanView {
  const { id, version, resourceId, pieceId, title, every, unit, firstOn, byWhom } = row;
  return {
    id,
    version,
    resourceId,
    pieceId,
    pieceLabel,
    title,
    every,
    unit,
    firstOn,
    byWhom,
    blockHours: row.blockHours,
    blockFrom: row.blockFrom,
    endedAt: row.endedAt?.toISOString() ?? null,
    next: row.endedAt === null ? next : null,
  };
}

function isLate({ state, endedAt, dueOn }: TaskLine, today: string): boolean {
  return state === 'open' && endedAt === null && isOverdue(dueOn, today);
}
