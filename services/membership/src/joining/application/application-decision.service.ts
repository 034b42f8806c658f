import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  applicationContract,
  type ApplicationId,
  type ApplicationStatisticsRequest,
  type ApplicationStatisticsView,
  type ApplicationSummaryView,
  type ApplicationView,
  type DecideApplication,
  type ForwardApplication,
  type ListApplications,
} from '@gongxiang/contracts/membership/joining/application.contract';
import {
  type Actor,
  type CallContext,
  DomainError,
  isWithin,
  maskPhone,
  normaliseIdentifier,
  reachOf,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { normalisePhone } from '../../persons/person/person.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import type { ApplicationRow } from './application.entity.js';
import {
  decides,
  isHiddenFrom,
  requireWaiting,
  takesDirectMembers,
  type UnionOnTheWay,
} from './application.model.js';
import { ApplicationAdmission } from './application-admission.js';
import { ApplicationCandidates } from './application-candidates.js';
import { ApplicationPresenter } from './application-presenter.js';
import { type ApplicationRecord, ApplicationRepository } from './application.repository.js';
import { ApplicationStatus } from './application-status.js';
import { ApplicationWriter } from './application-writer.js';
import { RouteRepository } from './route.repository.js';

/** What officers do with applications. */
@Injectable()
export class ApplicationDecisionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly routes: RouteRepository,
    private readonly unions: UnionRepository,
    private readonly statuses: ApplicationStatus,
    private readonly candidates: ApplicationCandidates,
    private readonly admission: ApplicationAdmission,
    private readonly writer: ApplicationWriter,
    private readonly presenter: ApplicationPresenter,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(applicationContract.list)
  list(request: ListApplications, call: CallContext): Promise<Page<ApplicationSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      const within = await this.pathsOf(tx, request.union);
      tx.authorise(actions.listApplications, { paths: within, visible: true });
      const records = await this.applications.list(tx, {
        ...request,
        within,
        callerPlaces: placesOf(tx.call.actor),
        sought: request.q === undefined ? null : this.soughtBy(request.q),
      });
      const page = toPage(records, {
        limit: request.limit,
        cursorOf: (record) => [record.dueAt?.toISOString() ?? 'infinity', record.id],
      });
      return { ...page, items: page.items.map((record) => this.presenter.summaryOf(tx, record)) };
    });
  }

  @Handles(applicationContract.get)
  get({ applicationId }: ApplicationId, call: CallContext): Promise<ApplicationView> {
    return this.transactions.read(call, async (tx) => this.viewOf(tx, await this.seen(tx, applicationId)));
  }

  @Handles(applicationContract.statistics)
  statistics(request: ApplicationStatisticsRequest, call: CallContext): Promise<ApplicationStatisticsView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      tx.authorise(actions.seeApplicationStatistics, { paths: union ? [union.path] : [] });
      return this.applications.statistics(tx, request.unionId);
    });
  }

  /**
   * @throws DomainError `REASON_REQUIRED` of a refusal; `MEMBER_ELSEWHERE_OR_DIFFERS` if the number is on record under another
   * name; `MEMBER_NAME_DIFFERS`
   */
  @Handles(applicationContract.decide)
  async decide(request: DecideApplication, call: CallContext): Promise<Outcome<ApplicationView>> {
    const outcome = await this.command(call, applicationContract.decide, request, async (tx) => {
      const before = await this.lock(tx, request.applicationId);
      if (request.decision === 'refuse') {
        const reason = request.reason?.trim();
        if (!reason) throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
        await this.writer.end(tx, before, { state: 'refused', reason });
        return this.view(tx, before.id);
      }
      const admitted = await this.admission.admit(tx, before, request.employmentKind ?? null);
      if (admitted === null) return null;
      if (admitted === 'transfer') await this.writer.end(tx, before, { state: 'transfer' });
      else await this.writer.end(tx, before, { state: 'admitted', membershipId: admitted.membershipId });
      return this.view(tx, before.id);
    });
    // Thrown after the commit, as a rollback would undo the count of the refusal.
    if (outcome.body === null) throw new DomainError('MEMBER_ELSEWHERE_OR_DIFFERS');
    return { ...outcome, body: outcome.body };
  }

  /** @throws DomainError `APPLICATION_OTHER_UNION`, `APPLICATION_UNION_CLOSED`, `APPLICATION_HIDDEN_UNION` */
  @Handles(applicationContract.forward)
  async forward(request: ForwardApplication, call: CallContext): Promise<Outcome<ApplicationView>> {
    const outcome = await this.command(call, applicationContract.forward, request, async (tx) => {
      const before = await this.lock(tx, request.applicationId);
      const to = await this.unionToForwardTo(tx, before, request.unionId);
      const { reason } = request;
      const leaving = { outcome: 'forwarded', reason } as const;
      await this.writer.move(tx, before, { union: to, kind: 'forwarded', leaving });
      // Afterwards it may be out of the officer's reach: they see it once more, as it went.
      return this.view(tx, before.id);
    });
    if (outcome.body === null) throw new DomainError('NOT_FOUND');
    return { ...outcome, body: outcome.body };
  }

  /** An application goes to a union that takes members directly, to a sector union, or to one of an enterprise. */
  private async unionToForwardTo(
    tx: Transaction,
    { id, unionId }: ApplicationRow,
    toId: string,
  ): Promise<UnionOnTheWay> {
    const pointer = '/unionId';
    const to = await this.routes.findUnion(tx, toId);
    if (to === null || !to.active) throw new DomainError('NOT_FOUND', { pointer });
    if (to.id === unionId) throw new DomainError('APPLICATION_OTHER_UNION', { pointer });
    const record = await this.applications.findById(tx, id);
    if (record?.hiddenPath && isWithin(to.path, record.hiddenPath))
      throw new DomainError('APPLICATION_HIDDEN_UNION', { pointer });
    const takesPeople = takesDirectMembers(to) || to.workLines.length > 0;
    if (!takesPeople && !(await this.routes.isOfEnterprise(tx, toId)))
      throw new DomainError('APPLICATION_UNION_CLOSED', { pointer });
    return to;
  }

  /** Loads an application that the caller may see. @throws DomainError `NOT_FOUND` */
  private async seen(tx: Transaction, id: string): Promise<ApplicationRecord> {
    const record = await this.applications.findById(tx, id);
    tx.authorise(actions.seeApplication, { paths: record ? [record.union.path] : [] });
    const { actor } = tx.call;
    if (record === null || actor === null || isHiddenFrom(actor, record.hiddenPath))
      throw new DomainError('NOT_FOUND');
    return record;
  }

  /**
   * Locks an application on which the caller decides.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `APPLICATION_NOT_WAITING`
   */
  private async lock(tx: Transaction, id: string): Promise<ApplicationRow> {
    const row = await this.applications.lockById(tx, id);
    await this.seen(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    requireWaiting(row);
    if (!decides(tx.call.actor, row.unionId)) throw new DomainError('NOT_PERMITTED');
    return row;
  }

  private async view(tx: Transaction, id: string): Promise<ApplicationView> {
    const record = await this.applications.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.viewOf(tx, record);
  }

  private async viewOf(tx: Transaction, record: ApplicationRecord): Promise<ApplicationView> {
    return this.presenter.viewOf(tx, record, {
      turns: await this.applications.turns(tx, record.id),
      next: await this.statuses.next(tx, record),
      candidates: record.state === 'waiting' ? await this.candidates.find(tx, record) : [],
    });
  }

  /** The named union, if it is within the caller's reach, else all of their unions. */
  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<readonly string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.listApplications);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }

  /** Sealed values can only be found as a whole. */
  private soughtBy(text: string) {
    return {
      number: text.trim().toUpperCase(),
      name: this.personalData.hash('name', text),
      residentNumber: this.personalData.hash('residentNumber', normaliseIdentifier(text)),
      phone: this.personalData.hash('phone', normalisePhone(text)),
    };
  }

  private command(
    call: CallContext,
    contract: { readonly subject: string; readonly shownBy?: unknown },
    request: object,
    work: (tx: Transaction) => Promise<ApplicationView | null>,
  ): Promise<Outcome<ApplicationView | null>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    return this.transactions.command(call, contract, comparable, work, { keep: withoutFacts });
  }
}

/** Where a caller belongs and holds offices. */
function placesOf(actor: Actor | null): string[] {
  if (actor === null) return [];
  const held = actor.roles.map(({ path }) => path);
  return actor.unionPath === null ? held : [actor.unionPath, ...held];
}

/** The answer stored for replays: by then the caller may no longer see names and reasons. */
function withoutFacts(view: ApplicationView | null): ApplicationView | null {
  if (view === null) return null;
  const turns = view.turns.map((turn) => ({ ...turn, reason: null }));
  const phone = view.phone && maskPhone(view.phone);
  return {
    ...view,
    name: `${view.name.slice(0, 1)}*`,
    phone,
    work: null,
    place: null,
    turns,
    candidates: [],
  };
}
