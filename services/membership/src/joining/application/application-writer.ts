import { Injectable } from '@nestjs/common';
import type {
  ApplicationState,
  TurnKind,
  TurnOutcome,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { DomainError } from '@gongxiang/domain';
import { Push, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { actions } from '../actions.js';
import type { ApplicationRow } from './application.entity.js';
import { deadlineAfter, deletionTime, type UnionOnTheWay } from './application.model.js';
import { ApplicationNews } from './application-news.js';
import { ApplicationPresenter } from './application-presenter.js';
import { ApplicationRepository } from './application.repository.js';
import { RouteRepository } from './route.repository.js';

/** Due work that passes an application on to the union above. */
export const escalationKind = 'application-escalation';
/** Due work that deletes the personal values of an application that has ended. */
export const erasureKind = 'application-erasure';

/** How many officers are notified that an application came; everybody finds it in the list. */
const notifiedMax = 100;

/** How an application leaves the union that has it. */
interface Leaving {
  readonly outcome: TurnOutcome;
  readonly reason?: string;
}

/** Shared steps of the use cases: each change of an application with its turn, its deadline, its audit record and its hint. */
@Injectable()
export class ApplicationWriter {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly routes: RouteRepository,
    private readonly presenter: ApplicationPresenter,
    private readonly officers: PendingChangeRepository,
    private readonly push: Push,
    private readonly news: ApplicationNews,
  ) {}

  /** Inserts a new application and starts the time of its first union. @throws DomainError `BUSY` if that is closed meanwhile */
  async insert(tx: Transaction, fields: Omit<ApplicationRow, 'dueAt'>, union: UnionOnTheWay): Promise<void> {
    const dueAt = await this.deadline(tx);
    const row: ApplicationRow = { ...fields, unionId: union.id, dueAt };
    await this.applications.insert(tx, row);
    await this.begin(tx, row, { number: 1, kind: 'sent', reason: null, path: union.path, dueAt });
    tx.audit({ noun: 'application', id: row.id, before: null, after: auditedStateOf(row) });
  }

  /** Passes an application to another union, which gets a deadline of its own. @param appealReason of an appeal */
  async move(
    tx: Transaction,
    before: ApplicationRow,
    to: {
      readonly union: UnionOnTheWay;
      readonly kind: TurnKind;
      readonly leaving: Leaving | null;
      readonly appealReason?: string;
    },
  ): Promise<void> {
    const number = await this.endTurn(tx, before, to.leaving);
    const dueAt = await this.deadline(tx);
    const row: ApplicationRow = {
      ...before,
      version: before.version + 1,
      state: 'waiting',
      unionId: to.union.id,
      appealed: before.appealed || to.kind === 'appealed',
      dueAt,
      decidedAt: null,
      decidedBy: null,
    };
    await this.applications.update(tx, row);
    const { kind, appealReason } = to;
    const reason = appealReason === undefined ? null : this.presenter.sealText(row.id, appealReason);
    await this.begin(tx, row, { number: number + 1, kind, reason, path: to.union.path, dueAt });
    await unschedule(tx, erasureKind, row.id);
    tx.audit({
      noun: 'application',
      id: row.id,
      before: auditedStateOf(before),
      after: { ...auditedStateOf(row), turn: kind },
    });
    if (kind !== 'appealed') await this.news.tellMove(tx, row);
  }

  /** Ends an application. Its personal values are deleted later: by then the record of the person has them, or nobody. */
  async end(
    tx: Transaction,
    before: ApplicationRow,
    ending: {
      readonly state: Exclude<ApplicationState, 'waiting'>;
      readonly reason?: string;
      readonly membershipId?: string;
    },
  ): Promise<void> {
    const { state, reason } = ending;
    await this.endTurn(tx, before, { outcome: state, ...(reason === undefined ? {} : { reason }) });
    const row: ApplicationRow = {
      ...before,
      version: before.version + 1,
      state,
      membershipId: ending.membershipId ?? null,
      dueAt: null,
      decidedAt: tx.now,
      decidedBy: tx.call.actor?.personId ?? null,
    };
    await this.applications.update(tx, row);
    await unschedule(tx, escalationKind, row.id);
    await awaitsMayChange(tx, 'application', row.id);
    await schedule(tx, { kind: erasureKind, key: row.id, at: deletionTime(tx.now) });
    tx.audit({
      noun: 'application',
      id: row.id,
      before: auditedStateOf(before),
      after: { ...auditedStateOf(row), membershipId: row.membershipId },
    });
    await this.news.tellEnd(tx, row);
  }

  private async deadline(tx: Transaction): Promise<Date> {
    return deadlineAfter(tx.now, await this.routes.workingDays(tx));
  }

  private async begin(
    tx: Transaction,
    row: ApplicationRow,
    turn: {
      readonly number: number;
      readonly kind: TurnKind;
      readonly reason: string | null;
      readonly path: string;
      readonly dueAt: Date;
    },
  ): Promise<void> {
    const { path, ...rest } = turn;
    // Closed since the way was found: asked again, it leads past it.
    if (!(await this.routes.shareInUse(tx, row.unionId)))
      throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    await this.applications.insertTurn(tx, {
      ...rest,
      applicationId: row.id,
      unionId: row.unionId,
      beganAt: tx.now,
      endedAt: null,
      outcome: null,
    });
    await schedule(tx, { kind: escalationKind, key: row.id, at: turn.dueAt });
    await awaitsMayChange(tx, 'application', row.id);
    const { roles } = actions.seeApplication;
    // From whom it is hidden would see no more than that something came: they are left out where they hold the role below.
    const officers = await this.officers.holdersOver(tx, path, roles, notifiedMax);
    this.push.hint(tx, officers, { resource: 'application', id: row.id, version: row.version });
  }

  /** @returns the number of the last turn */
  private async endTurn(tx: Transaction, { id }: ApplicationRow, leaving: Leaving | null): Promise<number> {
    if (leaving === null) return (await this.applications.turns(tx, id)).length;
    const turn = await this.applications.findOpenTurn(tx, id);
    if (turn === null) throw new DomainError('APPLICATION_NOT_WAITING');
    const { outcome } = leaving;
    const reason = leaving.reason === undefined ? turn.reason : this.presenter.sealText(id, leaving.reason);
    await this.applications.updateTurn(tx, { ...turn, endedAt: tx.now, outcome, reason });
    return turn.number;
  }
}

/** For the audit trail: no personal value, and no text. */
export function auditedStateOf({
  version,
  state,
  unionId,
  employerHidden,
  invitationId,
}: ApplicationRow): Record<string, unknown> {
  return { version, state, unionId, employerHidden, invitationId };
}
