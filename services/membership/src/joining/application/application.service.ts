import { Injectable } from '@nestjs/common';
import {
  type AppealApplication,
  applicationContract,
  type ApplicationStatusView,
  consentVersion,
  type FindEnterprises,
  type FindPlaces,
  type FoundEnterprisesView,
  type FoundPlacesView,
  type PreviewRoute,
  type ReadApplicationStatus,
  type RequestPhoneCode,
  type RouteView,
  type SendApplication,
  type WithdrawApplication,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { Done } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { brokenConstraint, type Transaction, Transactions } from '@gongxiang/persistence';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { PhoneCodes } from '../phone-code/phone-codes.js';
import { StatusTickets } from '../phone-code/status-tickets.js';
import type { ApplicationRow } from './application.entity.js';
import {
  appealUntil,
  deadlineAfter,
  requireWaiting,
  tenthsTo,
  waitingPerPhoneMax,
} from './application.model.js';
import { ApplicationPresenter } from './application-presenter.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationRouter, positionOf, stepOf } from './application-router.js';
import { ApplicationStatus } from './application-status.js';
import { ApplicationWriter } from './application-writer.js';
import { ApplicantReader } from './applicant-reader.js';
import { RouteRepository } from './route.repository.js';

/** What applicants do, who are not signed in: a code to their phone proves who they are. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly routes: RouteRepository,
    private readonly router: ApplicationRouter,
    private readonly codes: PhoneCodes,
    private readonly tickets: StatusTickets,
    private readonly reader: ApplicantReader,
    private readonly writer: ApplicationWriter,
    private readonly presenter: ApplicationPresenter,
    private readonly statuses: ApplicationStatus,
  ) {}

  @Handles(applicationContract.requestCode)
  requestCode({ phone }: RequestPhoneCode, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(withoutKey(call), applicationContract.requestCode, {}, async (tx) => {
      await this.codes.send(tx, phone);
      return new Done();
    });
  }

  @Handles(applicationContract.route)
  route({ workplace }: PreviewRoute, call: CallContext): Promise<RouteView> {
    return this.transactions.read(call, async (tx) => {
      await this.codes.limit(tx, 'search');
      const { steps, sector } = await this.router.route(tx, workplace);
      const workingDays = await this.routes.workingDays(tx);
      const workLine = sector?.workLine ?? null;
      const byPlace = sector === null ? null : stepOf(sector.byPlace);
      const dueAt = deadlineAfter(tx.now, workingDays).toISOString();
      return { steps: steps.map(stepOf), workLine, byPlace, workingDays, dueAt };
    });
  }

  @Handles(applicationContract.findEnterprises)
  findEnterprises({ q }: FindEnterprises, call: CallContext): Promise<FoundEnterprisesView> {
    return this.transactions.read(call, async (tx) => {
      await this.codes.limit(tx, 'search');
      const found = await this.routes.findEnterprises(tx, q.trim());
      const items = found.map(({ id, name, uscc, area, unionPath }) => ({
        id,
        name,
        maskedCode: `${uscc.slice(0, 4)}****${uscc.slice(-2)}`,
        area,
        hasUnion: unionPath !== null,
      }));
      return { items };
    });
  }

  @Handles(applicationContract.findPlaces)
  findPlaces(request: FindPlaces, call: CallContext): Promise<FoundPlacesView> {
    return this.transactions.read(call, async (tx) => {
      await this.codes.limit(tx, 'search');
      const position = positionOf(request);
      const found = await this.routes.findDirect(tx, { q: request.q?.trim() || null, position });
      const items = found.map((union) => {
        const tenths = position && tenthsTo(union, position);
        const { id: unionId, name: unionName, parentName, address } = union;
        return { unionId, unionName, parentName, address, km: tenths === null ? null : tenths / 10 };
      });
      return { items };
    });
  }

  /**
   * @throws DomainError the problem of a field; `CODE_WRONG`; `APPLICATION_CONSENT`; `APPLICATIONS_OF_PHONE_MAX`;
   * `TOO_MANY_REQUESTS` to an address with very many
   */
  @Handles(applicationContract.send)
  async send(request: SendApplication, call: CallContext): Promise<Outcome<ApplicationStatusView>> {
    if (request.consentVersion !== consentVersion)
      throw new DomainError('APPLICATION_CONSENT', { pointer: '/consentVersion' });
    const work = async (tx: Transaction): Promise<ApplicationStatusView | null> => {
      await this.codes.limit(tx, 'send');
      const applicant = this.reader.read(tx, request);
      const routed = await this.router.route(tx, request.workplace);
      const verdict = await this.codes.verify(tx, applicant.phoneHash, request.code);
      if (verdict === 'wrong') return null;
      const waiting = await this.applications.waitingOfPhone(tx, applicant.phoneHash);
      const same = waiting.find(({ residentNumberHash: hash }) => hash === applicant.residentNumberHash);
      // Sent twice: the first answer was lost, or somebody forgot that they have applied.
      if (same !== undefined) return this.statuses.view(tx, same.id);
      if (verdict === 'used') return null;
      if (waiting.length >= waitingPerPhoneMax)
        throw new DomainError('APPLICATIONS_OF_PHONE_MAX', {
          pointer: '/phone',
          params: { max: waitingPerPhoneMax },
        });
      const { enterpriseId, employerHidden, steps } = routed;
      const row = this.reader.rowOf(tx, applicant, {
        employerKind: request.workplace.kind,
        enterpriseId,
        employerHidden,
        unionId: steps[0].id,
        consentVersion: request.consentVersion,
        invitationId: null,
      });
      const workplace = this.presenter.sealWorkplace(row.id, request.workplace);
      await this.writer.insert(tx, { ...row, workplace }, steps[0]);
      return this.statuses.view(tx, row.id);
    };
    return this.withCode(call, applicationContract.send, work);
  }

  /** @throws DomainError `APPLICATION_NOT_FOUND` where number and code, or ticket, do not belong together */
  @Handles(applicationContract.status)
  status(request: ReadApplicationStatus, call: CallContext): Promise<Outcome<ApplicationStatusView>> {
    const work = async (tx: Transaction): Promise<ApplicationStatusView | null> => {
      await this.codes.limit(tx, 'send');
      const row = await this.applications.lockByNumber(tx, request.number.trim().toUpperCase());
      if (row === null) return null;
      if (request.ticket) {
        return this.tickets.isValid(tx, row.id, request.ticket) ? this.statuses.view(tx, row.id) : null;
      }
      if (row.phoneHash === null || !request.code) return null;
      const verdict = await this.codes.verify(tx, row.phoneHash, request.code);
      return verdict === 'right' ? this.statuses.view(tx, row.id) : null;
    };
    return this.withCode(call, applicationContract.status, work);
  }

  @Handles(applicationContract.withdraw)
  withdraw(request: WithdrawApplication, call: CallContext): Promise<Outcome<ApplicationStatusView>> {
    return this.asApplicant(call, applicationContract.withdraw, request, async (tx, before) => {
      requireWaiting(before);
      await this.writer.end(tx, before, { state: 'withdrawn' });
    });
  }

  /** @throws DomainError `APPLICATION_NO_APPEAL` */
  @Handles(applicationContract.appeal)
  appeal(request: AppealApplication, call: CallContext): Promise<Outcome<ApplicationStatusView>> {
    return this.asApplicant(call, applicationContract.appeal, request, async (tx, before) => {
      const refusing = await this.routes.findUnion(tx, before.unionId);
      const [above] = refusing === null ? [] : await this.router.following(tx, refusing.path);
      if (above === undefined || appealUntil(before, true, tx.now) === null)
        throw new DomainError('APPLICATION_NO_APPEAL');
      const appealReason = request.reason;
      await this.writer.move(tx, before, { union: above, kind: 'appealed', leaving: null, appealReason });
    });
  }

  /** Runs what an applicant does with the ticket of an earlier answer. */
  private asApplicant(
    call: CallContext,
    contract: { readonly subject: string },
    { number, ticket }: WithdrawApplication,
    act: (tx: Transaction, before: ApplicationRow) => Promise<void>,
  ): Promise<Outcome<ApplicationStatusView>> {
    return this.transactions.command(withoutKey(call), contract, {}, async (tx) => {
      const before = await this.applications.lockByNumber(tx, number);
      if (before === null || !this.tickets.isValid(tx, before.id, ticket))
        throw new DomainError('APPLICATION_NOT_FOUND', { pointer: '/number' });
      await act(tx, before);
      return this.statuses.view(tx, before.id);
    });
  }

  /** Refuses a wrong code after the commit, as a rollback would undo the count of the attempt. */
  private async withCode(
    call: CallContext,
    contract: { readonly subject: string },
    work: (tx: Transaction) => Promise<ApplicationStatusView | null>,
  ): Promise<Outcome<ApplicationStatusView>> {
    const outcome = await this.transactions
      .command<ApplicationStatusView | null>(withoutKey(call), contract, {}, work)
      .catch((error: unknown): never => {
        // Two answers of the same person at once: the other one stands, and is found by the next attempt.
        if (brokenConstraint(error) === 'application_waiting_once')
          throw new DomainError('BUSY', { retryAfterSeconds: 1 });
        throw error;
      });
    if (outcome.body === null)
      throw contract === applicationContract.status
        ? new DomainError('APPLICATION_NOT_FOUND')
        : new DomainError('CODE_WRONG', { pointer: '/code' });
    return { ...outcome, body: outcome.body };
  }
}
