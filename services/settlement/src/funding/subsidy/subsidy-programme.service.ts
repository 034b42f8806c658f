import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CancelSubsidyProgrammeRequest,
  type ChangeSubsidyProgrammeRequest,
  type CreateSubsidyProgrammeRequest,
  type ListSubsidyProgrammesRequest,
  subsidyProgrammeContract,
  type SubsidyProgrammeIdRequest,
  type SubsidyProgrammeTerms,
  type SubsidyProgrammeView,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { type CallContext, DomainError, fromWire, newId, reachOf } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { checkTerms } from './subsidy-award.model.js';
import { ProgrammeAccess } from './programme-access.js';
import { nextProgrammeState } from './subsidy-life.model.js';
import type { SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import { placesOf } from './subsidy-reach.model.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** Due work: stops a call for applications at its deadline. */
export const windowDue = 'subsidy-window';

@Injectable()
export class SubsidyProgrammeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly programmeAccess: ProgrammeAccess,
    private readonly views: SubsidyViews,
  ) {}

  @Handles(subsidyProgrammeContract.create)
  create(request: CreateSubsidyProgrammeRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.create, request, async (tx) => {
      const { unionId } = request;
      await this.programmeAccess.authoriseAt(tx, actions.manageSubsidyProgramme, {
        unionId,
        sides: [unionId],
      });
      const row: SubsidyProgrammeRow = {
        ...termsOf(request),
        id: newId(),
        version: 1,
        unionId,
        awardedFen: 0n,
        state: 'draft',
        round: 1,
        noticeEndsAt: null,
        cancelReason: null,
        approvedBy: null,
        createdBy: tx.personId,
        createdAt: tx.now,
      };
      await this.programmes.insert(tx, row);
      tx.audit({ noun: 'subsidyProgramme', id: row.id, after: { title: row.title, unionId } });
      return this.views.programme(tx, row);
    });
  }

  @Handles(subsidyProgrammeContract.change)
  change(request: ChangeSubsidyProgrammeRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.change, request, async (tx) => {
      const row = await this.lockOwn(tx, request);
      requireVersion(tx, row.version);
      const state = nextProgrammeState(row.state, 'change');
      return this.views.programme(
        tx,
        await this.programmeAccess.saveProgramme(tx, row, { ...termsOf(request), state }),
      );
    });
  }

  /** An opened programme never changes, because people apply on the terms they have read. */
  @Handles(subsidyProgrammeContract.open)
  open(request: SubsidyProgrammeIdRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.open, request, async (tx) => {
      const row = await this.lockOwn(tx, request);
      requireVersion(tx, row.version);
      const state = nextProgrammeState(row.state, 'open');
      if (row.closesAt !== null && row.closesAt <= tx.now)
        throw new DomainError('SUBSIDY_WINDOW_OVER', { pointer: '/closesAt' });
      if (row.closesAt !== null) await schedule(tx, { kind: windowDue, key: row.id, at: row.closesAt });
      return this.views.programme(tx, await this.programmeAccess.saveProgramme(tx, row, { state }));
    });
  }

  /** A standing programme has no deadline; its giver decides when a round ends. */
  @Handles(subsidyProgrammeContract.stop)
  stop(request: SubsidyProgrammeIdRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.stop, request, async (tx) => {
      const row = await this.lockOwn(tx, request);
      requireVersion(tx, row.version);
      nextProgrammeState(row.state, 'stop');
      if (row.closesAt !== null) throw new DomainError('SUBSIDY_STANDING_ONLY');
      return this.views.programme(tx, await this.stopped(tx, row));
    });
  }

  /** Stops a call at its deadline. Idempotent, and does nothing after a cancellation. */
  async windowOver(tx: Transaction, programmeId: string): Promise<void> {
    const row = await this.programmes.lock(tx, programmeId);
    if (row?.state === 'open') await this.stopped(tx, row);
  }

  @Handles(subsidyProgrammeContract.reopen)
  reopen(request: SubsidyProgrammeIdRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.reopen, request, async (tx) => {
      const row = await this.lockOwn(tx, request);
      requireVersion(tx, row.version);
      const state = nextProgrammeState(row.state, 'reopen');
      if (row.closesAt !== null) throw new DomainError('SUBSIDY_STANDING_ONLY');
      const changes = { state, round: row.round + 1, noticeEndsAt: null, approvedBy: null };
      return this.views.programme(tx, await this.programmeAccess.saveProgramme(tx, row, changes));
    });
  }

  /** Subsidies granted in earlier rounds stay; proposed awards become available again. */
  @Handles(subsidyProgrammeContract.cancel)
  cancel(request: CancelSubsidyProgrammeRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.cancel, request, async (tx) => {
      const row = await this.lockOwn(tx, request);
      requireVersion(tx, row.version);
      const state = nextProgrammeState(row.state, 'cancel');
      const freedFen = await this.programmeAccess.lapse(tx, row, [
        'draft',
        'submitted',
        'proposed',
        'rejected',
      ]);
      const changes = { state, cancelReason: request.reason, awardedFen: row.awardedFen - freedFen };
      return this.views.programme(tx, await this.programmeAccess.saveProgramme(tx, row, changes));
    });
  }

  @Handles(subsidyProgrammeContract.get)
  get(request: SubsidyProgrammeIdRequest, call: CallContext): Promise<SubsidyProgrammeView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.programmes.find(tx, request.programmeId);
      if (row === null) {
        tx.authorise(actions.seeSubsidies, {});
        throw new DomainError('NOT_FOUND');
      }
      await this.programmeAccess.authoriseBelow(tx, row);
      return this.views.programme(tx, row);
    });
  }

  @Handles(subsidyProgrammeContract.list)
  list(request: ListSubsidyProgrammesRequest, call: CallContext): Promise<Page<SubsidyProgrammeView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.programmes.list(tx, request, {
        reach: reachOf(call.actor, actions.seeSubsidies),
        places: placesOf(call.actor, actions.seeSubsidies),
      });
      return toPage(await this.views.programmesOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
    });
  }

  private async lockOwn(
    tx: Transaction,
    { programmeId }: SubsidyProgrammeIdRequest,
  ): Promise<SubsidyProgrammeRow> {
    const row = await this.programmeAccess.lockProgramme(tx, programmeId);
    await this.programmeAccess.authoriseAtGiver(tx, row, actions.manageSubsidyProgramme);
    return row;
  }

  private async stopped(tx: Transaction, row: SubsidyProgrammeRow): Promise<SubsidyProgrammeRow> {
    await this.programmeAccess.lapse(tx, row, ['draft']);
    return this.programmeAccess.saveProgramme(tx, row, { state: nextProgrammeState(row.state, 'stop') });
  }
}

type Terms = Pick<
  SubsidyProgrammeRow,
  | ('title' | 'text' | 'expenseCodes' | 'sizeClasses' | 'smallFirst' | 'budgetFen' | 'basis' | 'grades')
  | ('percent' | 'capFen' | 'opensAt' | 'closesAt' | 'noticeDays' | 'reportDays' | 'conditions')
  | ('needsReceipts' | 'payment')
>;

function termsOf(request: SubsidyProgrammeTerms): Terms {
  const { title, text, expenseCodes, sizeClasses, smallFirst, basis, grades, percent = null } = request;
  const { noticeDays, reportDays, conditions, needsReceipts, payment, cap } = request;
  const terms = {
    title,
    text,
    smallFirst,
    basis,
    grades,
    percent,
    noticeDays,
    reportDays,
    conditions,
    needsReceipts,
    payment,
    expenseCodes: [...new Set(expenseCodes)],
    sizeClasses: [...new Set(sizeClasses)],
    budgetFen: fromWire(request.budget, '/budget'),
    capFen: cap ? fromWire(cap, '/cap') : null,
    opensAt: request.opensAt ? new Date(request.opensAt) : null,
    closesAt: request.closesAt ? new Date(request.closesAt) : null,
  };
  checkTerms({
    ...terms,
    grades: grades.map(({ name, amount }, index) => ({
      name,
      amountFen: fromWire(amount, `/grades/${index}/amount`),
    })),
  });
  return terms;
}
