import { Injectable } from '@nestjs/common';
import {
  type DecideSubsidyApplicationRequest,
  subsidyApplicationContract,
  type SubsidyApplicationView,
} from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import {
  subsidyProgrammeContract,
  type SubsidyProgrammeIdRequest,
  type SubsidyProgrammeView,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { type CallContext, DomainError, fromWire } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import { awardOf } from './subsidy-award.model.js';
import { ProgrammeAccess } from './programme-access.js';
import { nextApplicationState, nextProgrammeState } from './subsidy-life.model.js';
import { SubsidyNoticeService } from './subsidy-notice.service.js';
import type { SubsidyApplicationRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** Decisions on applications: officers propose awards, and an approver approves the whole list. */
@Injectable()
export class SubsidyDecisionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: SubsidyApplicationRepository,
    private readonly programmeAccess: ProgrammeAccess,
    private readonly notices: SubsidyNoticeService,
    private readonly views: SubsidyViews,
  ) {}

  /** The programme's lock serialises decisions, so that concurrent awards cannot exceed the budget. */
  @Handles(subsidyApplicationContract.decide)
  decide(
    request: DecideSubsidyApplicationRequest,
    call: CallContext,
  ): Promise<Outcome<SubsidyApplicationView>> {
    return this.transactions.command(call, subsidyApplicationContract.decide, request, async (tx) => {
      const { programme, application } = await this.programmeAccess.lockApplication(
        tx,
        request.applicationId,
      );
      const { unionId } = programme;
      const sides = [unionId, application.unionId];
      await this.programmeAccess.authoriseAt(tx, actions.decideSubsidies, { unionId, sides });
      requireVersion(tx, application.version);
      nextProgrammeState(programme.state, 'decide');
      const { createdBy, submittedBy } = application;
      if ([createdBy, submittedBy].includes(tx.personId)) throw new DomainError('SAME_PERSON');
      const isAward = request.outcome === 'award';
      const state = nextApplicationState(application.state, isAward ? 'award' : 'refuse');
      const awardFen = isAward ? awardFor(programme, application, request) : null;
      const others = programme.awardedFen - (application.awardFen ?? 0n);
      const awardedFen = others + (awardFen ?? 0n);
      if (awardedFen > programme.budgetFen) {
        const params = { leftFen: String(programme.budgetFen - others) };
        throw new DomainError('SUBSIDY_OVER_BUDGET', { params });
      }
      const grade = isAward ? (request.grade ?? null) : null;
      const decided = { reason: request.reason, decidedBy: tx.personId, decidedAt: tx.now };
      const row = await this.programmeAccess.saveApplication(tx, application, {
        state,
        awardFen,
        grade,
        ...decided,
      });
      await this.programmeAccess.saveProgramme(tx, programme, { awardedFen });
      return this.views.application(tx, row);
    });
  }

  /**
   * E83: the approver must not have drafted, submitted or decided any of the applications. Without a notice period
   * the awards are granted at once.
   */
  @Handles(subsidyProgrammeContract.approve)
  approve(request: SubsidyProgrammeIdRequest, call: CallContext): Promise<Outcome<SubsidyProgrammeView>> {
    return this.transactions.command(call, subsidyProgrammeContract.approve, request, async (tx) => {
      const programme = await this.programmeAccess.lockProgramme(tx, request.programmeId);
      await this.programmeAccess.authoriseAtGiver(tx, programme, actions.approveSubsidies);
      requireVersion(tx, programme.version);
      nextProgrammeState(programme.state, 'publish');
      await this.requireDecided(tx, programme);
      return this.views.programme(tx, await this.notices.begin(tx, programme));
    });
  }

  private async requireDecided(tx: Transaction, programme: SubsidyProgrammeRow): Promise<void> {
    const rows = await this.applications.ofRound(tx, programme, ['submitted', 'proposed', 'rejected']);
    const count = rows.filter(({ state }) => state === 'submitted').length;
    if (count > 0) throw new DomainError('SUBSIDY_UNDECIDED', { params: { count } });
    const people = rows.flatMap(({ createdBy, submittedBy, decidedBy }) => [
      createdBy,
      submittedBy,
      decidedBy,
    ]);
    if (people.includes(tx.personId)) throw new DomainError('SAME_PERSON');
  }
}

function awardFor(
  { basis, grades, percent, capFen }: SubsidyProgrammeRow,
  { requestedFen, plannedFen }: SubsidyApplicationRow,
  { grade, amount }: DecideSubsidyApplicationRequest,
): bigint {
  const known = grades.map((one) => ({ name: one.name, amountFen: fromWire(one.amount) }));
  return awardOf(
    { basis, percent, capFen, grades: known },
    { requestedFen, plannedFen },
    { grade: grade ?? null, amountFen: amount ? fromWire(amount, '/amount') : null },
  );
}
