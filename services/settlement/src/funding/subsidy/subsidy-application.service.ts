import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ChangeSubsidyApplicationRequest,
  type CreateSubsidyApplicationRequest,
  type ListSubsidyApplicationsRequest,
  subsidyApplicationContract,
  type SubsidyApplicationFileRequest,
  type SubsidyApplicationIdRequest,
  type SubsidyApplicationTerms,
  type SubsidyApplicationView,
  type SubsidyFilePlaceView,
} from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import { type CallContext, DomainError, fromWire, newId, reachOf, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import { SubsidyApplicantRules } from './subsidy-applicant.service.js';
import { ProgrammeAccess } from './programme-access.js';
import { nextApplicationState, nextProgrammeState } from './subsidy-life.model.js';
import type {
  ApplicationFile,
  SubsidyApplicationRow,
  SubsidyProgrammeRow,
} from './subsidy-programme.entity.js';
import { isWithinWindow, SubsidyViews } from './subsidy-view.service.js';

/** Applications of unions, from draft to submission. */
@Injectable()
export class SubsidyApplicationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: SubsidyApplicationRepository,
    private readonly rules: SubsidyApplicantRules,
    private readonly programmeAccess: ProgrammeAccess,
    private readonly views: SubsidyViews,
  ) {}

  @Handles(subsidyApplicationContract.create)
  create(
    request: CreateSubsidyApplicationRequest,
    call: CallContext,
  ): Promise<Outcome<SubsidyApplicationView>> {
    return this.transactions.command(call, subsidyApplicationContract.create, request, async (tx) => {
      const programme = await this.programmeAccess.lockProgramme(tx, request.programmeId);
      await this.programmeAccess.authoriseBelow(tx, programme);
      const { unionId } = request;
      await this.programmeAccess.authoriseAt(tx, actions.applyForSubsidy, { unionId, sides: [unionId] });
      requireOpen(tx, programme);
      const row: SubsidyApplicationRow = {
        ...fieldsOf(tx, request),
        id: newId(),
        version: 1,
        programmeId: programme.id,
        round: programme.round,
        unionId,
        state: 'draft',
        grade: null,
        awardFen: null,
        reason: null,
        submittedBy: null,
        submittedAt: null,
        decidedBy: null,
        decidedAt: null,
        createdBy: tx.personId,
        createdAt: tx.now,
      };
      await this.rules.check(tx, programme, row);
      await this.applications.insert(tx, row);
      tx.audit({
        noun: 'subsidyApplication',
        id: row.id,
        after: { programmeId: programme.id, unionId, requestedFen: String(row.requestedFen) },
      });
      return this.views.application(tx, row);
    });
  }

  /** Also permitted after submission, while the programme accepts applications. */
  @Handles(subsidyApplicationContract.change)
  change(
    request: ChangeSubsidyApplicationRequest,
    call: CallContext,
  ): Promise<Outcome<SubsidyApplicationView>> {
    return this.transactions.command(call, subsidyApplicationContract.change, request, async (tx) => {
      const { programme, application } = await this.lockOwn(tx, request);
      requireVersion(tx, application.version);
      const state = nextApplicationState(application.state, 'change');
      requireOpen(tx, programme);
      const changes = { ...fieldsOf(tx, request, application.files), state };
      await this.rules.check(tx, programme, { ...application, ...changes });
      return this.views.application(tx, await this.programmeAccess.saveApplication(tx, application, changes));
    });
  }

  @Handles(subsidyApplicationContract.submit)
  submit(request: SubsidyApplicationIdRequest, call: CallContext): Promise<Outcome<SubsidyApplicationView>> {
    return this.transactions.command(call, subsidyApplicationContract.submit, request, async (tx) => {
      const { programme, application } = await this.lockOwn(tx, request);
      requireVersion(tx, application.version);
      const state = nextApplicationState(application.state, 'submit');
      requireOpen(tx, programme);
      await this.rules.check(tx, programme, application);
      const changes = { state, submittedBy: tx.personId, submittedAt: tx.now };
      return this.views.application(tx, await this.programmeAccess.saveApplication(tx, application, changes));
    });
  }

  /** Permitted until the awards are granted; a proposed award becomes available to others again. */
  @Handles(subsidyApplicationContract.withdraw)
  withdraw(
    request: SubsidyApplicationIdRequest,
    call: CallContext,
  ): Promise<Outcome<SubsidyApplicationView>> {
    return this.transactions.command(call, subsidyApplicationContract.withdraw, request, async (tx) => {
      const { programme, application } = await this.lockOwn(tx, request);
      requireVersion(tx, application.version);
      const state = nextApplicationState(application.state, 'withdraw');
      const { awardFen } = application;
      const row = await this.programmeAccess.saveApplication(tx, application, { state, awardFen: null });
      if (awardFen !== null)
        await this.programmeAccess.saveProgramme(tx, programme, {
          awardedFen: programme.awardedFen - awardFen,
        });
      return this.views.application(tx, row);
    });
  }

  @Handles(subsidyApplicationContract.get)
  get(request: SubsidyApplicationIdRequest, call: CallContext): Promise<SubsidyApplicationView> {
    return this.transactions.read(call, async (tx) =>
      this.views.application(tx, await this.findVisible(tx, request.applicationId)),
    );
  }

  @Handles(subsidyApplicationContract.list)
  list(request: ListSubsidyApplicationsRequest, call: CallContext): Promise<Page<SubsidyApplicationView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.applications.list(tx, request, reachOf(call.actor, actions.seeSubsidies));
      return toPage(await this.views.applicationsOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
    });
  }

  @Handles(subsidyApplicationContract.getFile)
  getFile(request: SubsidyApplicationFileRequest, call: CallContext): Promise<SubsidyFilePlaceView> {
    return this.transactions.read(call, async (tx) => {
      const { files } = await this.findVisible(tx, request.applicationId);
      const file = files[request.number];
      if (file === undefined) throw new DomainError('NOT_FOUND');
      return file;
    });
  }

  private async findVisible(tx: Transaction, id: string): Promise<SubsidyApplicationRow> {
    const row = await this.applications.find(tx, id);
    const paths = row === null ? [] : await this.programmeAccess.pathsOf(tx, [row.unionId]);
    tx.authorise(actions.seeSubsidies, { paths });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async lockOwn(tx: Transaction, { applicationId }: SubsidyApplicationIdRequest) {
    const lockOwn = await this.programmeAccess.lockApplication(tx, applicationId);
    const { unionId } = lockOwn.application;
    await this.programmeAccess.authoriseAt(tx, actions.applyForSubsidy, { unionId, sides: [unionId] });
    return lockOwn;
  }
}

/** @throws DomainError 409 `SUBSIDY_NOT_OPEN`, also between the deadline and the due work that stops the programme */
function requireOpen(tx: Transaction, programme: SubsidyProgrammeRow): void {
  nextProgrammeState(programme.state, 'apply');
  if (!isWithinWindow(programme, tx.now)) throw new DomainError('SUBSIDY_NOT_OPEN');
}

type Fields = Pick<
  SubsidyApplicationRow,
  'activityId' | 'title' | 'plan' | 'useUntil' | 'requestedFen' | 'plannedFen' | 'files'
>;

/** A file that was attached before keeps its owner. */
function fieldsOf(
  tx: Transaction,
  request: SubsidyApplicationTerms,
  before: readonly ApplicationFile[] = [],
): Fields {
  const { activityId = null, title, plan, useUntil } = request;
  const requestedFen = fromWire(request.requested, '/requested');
  const plannedFen = fromWire(request.planned, '/planned');
  if (requestedFen <= 0n) throw new DomainError('AMOUNT_NOT_POSITIVE', { pointer: '/requested' });
  if (requestedFen > plannedFen) throw new DomainError('SUBSIDY_ABOVE_PLANNED', { pointer: '/requested' });
  if (useUntil < shanghaiDate(tx.now)) throw new DomainError('SUBSIDY_USE_IN_PAST', { pointer: '/useUntil' });
  const files = request.files.map(({ name, fileKey, sha256 }): ApplicationFile => {
    const known = before.find((file) => file.fileKey === fileKey && file.sha256 === sha256);
    return { name, fileKey, sha256, ownerId: known?.ownerId ?? tx.personId };
  });
  return { activityId, title, plan, useUntil, requestedFen, plannedFen, files };
}
