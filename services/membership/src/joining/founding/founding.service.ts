import { Injectable } from '@nestjs/common';
import {
  consentVersion,
  type WorkplaceDto,
} from '@gongxiang/contracts/membership/joining/application.contract';
import {
  type AppealFounding,
  type FileFounding,
  foundingContract,
  type FoundingFigures,
  type FoundingPlan,
  type FoundingPreviewView,
  type FoundingStatusView,
  type PreviewFounding,
  type ReadFoundingStatus,
  type RecordElection,
  type RefileFounding,
  type WithdrawFounding,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { type CallContext, DomainError, newId, normaliseName, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { withoutKey } from '../../access/session/sign-in.service.js';
import { newPrintedCode } from '../../members/entry-code/random-code.js';
import { problemOfName } from '../../members/member/roster-entry.model.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { checkBodyCode, sizeOf } from '../../unions/union/enterprise.model.js';
import { ApplicantReader } from '../application/applicant-reader.js';
import {
  appealUntil,
  applicationNumber,
  deadlineAfter,
  waitingPerPhoneMax,
} from '../application/application.model.js';
import { ApplicationRouter, type Routed, stepOf } from '../application/application-router.js';
import { PhoneCodes, phoneOf } from '../phone-code/phone-codes.js';
import { StatusTickets } from '../phone-code/status-tickets.js';
import type { FoundingRow } from './founding.entity.js';
import { firstOf, foundingWorkingDays, requireFitting, stateAfter } from './founding.model.js';
import { type Elected, FoundingPresenter } from './founding-presenter.js';
import { FoundingRepository } from './founding.repository.js';
import { FoundingWriter } from './founding-writer.js';

/** What the contact of a filing does, who need not be signed in: a code to their phone proves who they are. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly foundings: FoundingRepository,
    private readonly router: ApplicationRouter,
    private readonly codes: PhoneCodes,
    private readonly tickets: StatusTickets,
    private readonly reader: ApplicantReader,
    private readonly writer: FoundingWriter,
    private readonly presenter: FoundingPresenter,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * Says nothing of a filing that is open: an employer could ask as well, and would learn that people organise.
   * @throws DomainError `FOUNDING_UNION_EXISTS`, `FIGURE_REQUIRED`; see `checkBodyCode` for the code
   */
  @Handles(foundingContract.preview)
  preview(request: PreviewFounding, call: CallContext): Promise<FoundingPreviewView> {
    return this.transactions.read(call, async (tx) => {
      await this.codes.limit(tx, 'search');
      const { uscc, usccCheck } = checkBodyCode(request.uscc);
      const { sizeClass } = sizeOf(figuresOf(request));
      const { steps } = await this.route(tx, { ...request, uscc });
      const dueAt = deadlineAfter(tx.now, foundingWorkingDays).toISOString();
      return { steps: steps.map(stepOf), workingDays: foundingWorkingDays, dueAt, sizeClass, usccCheck };
    });
  }

  /**
   * @throws DomainError the problem of a field; `CODE_WRONG`; `APPLICATION_CONSENT`; `FOUNDING_UNION_EXISTS`,
   * `FOUNDING_OPEN`; `APPLICATIONS_OF_PHONE_MAX`; `TOO_MANY_REQUESTS` to an address with very many
   */
  @Handles(foundingContract.file)
  file(request: FileFounding, call: CallContext): Promise<Outcome<FoundingStatusView>> {
    if (request.consentVersion !== consentVersion)
      throw new DomainError('APPLICATION_CONSENT', { pointer: '/consentVersion' });
    return this.withCode(call, foundingContract.file, async (tx) => {
      await this.codes.limit(tx, 'send');
      const checked = checkBodyCode(request.uscc);
      const contactName = nameAt(request.contactName, '/contactName');
      const id = newId();
      const plan = this.planOf(id, request);
      const phone = phoneOf(request.phone);
      const phoneHash = this.personalData.hash('phone', phone);
      const { steps } = await this.route(tx, { ...request, uscc: checked.uscc });
      const verdict = await this.codes.verify(tx, phoneHash, request.code);
      if (verdict === 'wrong') return null;
      const open = await this.foundings.findOpen(tx, checked.uscc);
      // Sent twice: the first answer was lost, or somebody forgot that they have filed.
      if (open !== null && open.phoneHash === phoneHash) return this.presenter.statusOf(tx, open);
      if (verdict === 'used') return null;
      if (open !== null)
        throw new DomainError('FOUNDING_OPEN', { pointer: '/uscc', params: { union: open.union.name } });
      if ((await this.foundings.countOpenOfPhone(tx, phoneHash)) >= waitingPerPhoneMax)
        throw new DomainError('APPLICATIONS_OF_PHONE_MAX', {
          pointer: '/phone',
          params: { max: waitingPerPhoneMax },
        });
      await this.writer.insert(tx, {
        id,
        version: 1,
        number: applicationNumber(tx.now, newPrintedCode()),
        state: 'filed',
        enterpriseName: request.enterpriseName.trim(),
        ...checked,
        place: request.place.trim(),
        ...plan,
        contactName: this.personalData.seal(id, 'name', contactName),
        phone: this.personalData.seal(id, 'phone', phone),
        phoneHash,
        locale: tx.call.locale,
        heldOn: null,
        entitled: null,
        present: null,
        elected: null,
        parentId: steps[0].id,
        unionId: steps[0].id,
        appealed: false,
        approvalNumber: null,
        approvedOn: null,
        foundedUnionId: null,
        membershipId: null,
        consentVersion: request.consentVersion,
        createdAt: tx.now,
        decidedAt: null,
        decidedBy: null,
      });
      return this.view(tx, id);
    });
  }

  /** @throws DomainError `FOUNDING_NOT_FOUND` where number and code, or ticket, do not belong together */
  @Handles(foundingContract.status)
  status(request: ReadFoundingStatus, call: CallContext): Promise<Outcome<FoundingStatusView>> {
    return this.withCode(call, foundingContract.status, async (tx) => {
      await this.codes.limit(tx, 'send');
      const row = await this.foundings.lockByNumber(tx, request.number.trim().toUpperCase());
      if (row === null) return null;
      if (request.ticket)
        return this.tickets.isValid(tx, row.id, request.ticket) ? this.view(tx, row.id) : null;
      if (row.phoneHash === null || !request.code) return null;
      const verdict = await this.codes.verify(tx, row.phoneHash, request.code);
      return verdict === 'right' ? this.view(tx, row.id) : null;
    });
  }

  /** Completes a filing that was returned. @throws DomainError as `file` of the plan; `FOUNDING_ACT` */
  @Handles(foundingContract.refile)
  refile(request: RefileFounding, call: CallContext): Promise<Outcome<FoundingStatusView>> {
    return this.asContact(call, foundingContract.refile, request, async (tx, before) => {
      stateAfter(before, 'refile');
      await this.writer.act(tx, before, 'refile', this.planOf(before.id, request));
    });
  }

  /**
   * @throws DomainError `FOUNDING_ACT`, `FOUNDING_HELD_ON`, `FOUNDING_PRESENT`, `FOUNDING_ELECTED`; the problem of the chair’s
   * number or phone
   */
  @Handles(foundingContract.recordElection)
  recordElection(request: RecordElection, call: CallContext): Promise<Outcome<FoundingStatusView>> {
    return this.asContact(call, foundingContract.recordElection, request, async (tx, before) => {
      stateAfter(before, 'elect');
      const { heldOn, entitled, present } = request;
      const numbers = request.elected.map(({ candidate }) => candidate);
      const candidates = this.presenter.candidatesOf(before);
      const election = { heldOn, entitled, present, elected: numbers };
      const { name } = firstOf(election, { ...before, candidates }, shanghaiDate(tx.now));
      const chair = this.reader.read(tx, { ...request, name });
      const elected: Elected = {
        numbers,
        name: chair.name,
        residentNumber: chair.residentNumber,
        phone: chair.phone,
      };
      const sealed = this.presenter.seal(before.id, JSON.stringify(elected));
      await this.writer.act(tx, before, 'elect', { heldOn, entitled, present, elected: sealed });
    });
  }

  /** @throws DomainError `FOUNDING_ACT` */
  @Handles(foundingContract.withdraw)
  withdraw(request: WithdrawFounding, call: CallContext): Promise<Outcome<FoundingStatusView>> {
    return this.asContact(call, foundingContract.withdraw, request, (tx, before) =>
      this.writer.act(tx, before, 'withdraw'),
    );
  }

  /** @throws DomainError `APPLICATION_NO_APPEAL` */
  @Handles(foundingContract.appeal)
  appeal(request: AppealFounding, call: CallContext): Promise<Outcome<FoundingStatusView>> {
    return this.asContact(call, foundingContract.appeal, request, async (tx, before) => {
      const record = await this.foundings.findById(tx, before.id);
      const [above] = record === null ? [] : await this.router.following(tx, record.union.path);
      if (above === undefined || appealUntil(before, true, tx.now) === null)
        throw new DomainError('APPLICATION_NO_APPEAL');
      const { reason } = request;
      await this.writer.act(tx, before, 'appeal', { unionId: above.id, appealed: true, reason });
    });
  }

  /** The union above, as for an application of somebody who works there. @throws DomainError `FOUNDING_UNION_EXISTS` */
  private async route(tx: Transaction, request: PreviewFounding): Promise<Routed> {
    const { uscc, enterpriseName, place, areaUnionId, longitude, latitude } = request;
    const known = await this.foundings.findEnterprise(tx, uscc);
    if (known !== null && known.unionName !== null)
      throw new DomainError('FOUNDING_UNION_EXISTS', {
        pointer: '/uscc',
        params: { union: known.unionName },
      });
    // Which union is that of an enterprise on record is up to the union that maintains the record.
    const workplace: WorkplaceDto =
      known === null
        ? { kind: 'noUnion', enterpriseName, place, areaUnionId, longitude, latitude }
        : { kind: 'enterprise', enterpriseId: known.id };
    return this.router.route(tx, workplace);
  }

  /** Reads what is planned. @throws DomainError the problem of a field */
  private planOf(id: string, plan: FoundingPlan) {
    const { employees, sector, revenueWan, assetsWan } = figuresOf(plan);
    sizeOf({ employees, sector, revenueWan, assetsWan });
    requireFitting(plan);
    const candidates = plan.candidates.map((candidate, index) => ({
      ...candidate,
      name: nameAt(candidate.name, `/candidates/${index}/name`),
    }));
    const { plannedMembers, womenMembers, form } = plan;
    const sealed = this.presenter.seal(id, JSON.stringify(candidates));
    return {
      employees: plan.employees,
      sector,
      revenueWan,
      assetsWan,
      plannedMembers,
      womenMembers,
      form,
      candidates: sealed,
    };
  }

  private async view(tx: Transaction, id: string): Promise<FoundingStatusView> {
    const record = await this.foundings.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.statusOf(tx, record);
  }

  /** Runs what a contact does with the ticket of an earlier answer. */
  private asContact(
    call: CallContext,
    contract: { readonly subject: string },
    { number, ticket }: WithdrawFounding,
    act: (tx: Transaction, before: FoundingRow) => Promise<void>,
  ): Promise<Outcome<FoundingStatusView>> {
    return this.transactions.command(withoutKey(call), contract, {}, async (tx) => {
      const before = await this.foundings.lockByNumber(tx, number);
      if (before === null || !this.tickets.isValid(tx, before.id, ticket))
        throw new DomainError('FOUNDING_NOT_FOUND', { pointer: '/number' });
      await act(tx, before);
      return this.view(tx, before.id);
    });
  }

  /** Refuses a wrong code after the commit, as a rollback would undo the count of the attempt. */
  private async withCode(
    call: CallContext,
    contract: { readonly subject: string },
    work: (tx: Transaction) => Promise<FoundingStatusView | null>,
  ): Promise<Outcome<FoundingStatusView>> {
    const outcome = await this.transactions.command<FoundingStatusView | null>(
      withoutKey(call),
      contract,
      {},
      work,
    );
    if (outcome.body !== null) return { ...outcome, body: outcome.body };
    throw contract === foundingContract.status
      ? new DomainError('FOUNDING_NOT_FOUND')
      : new DomainError('CODE_WRONG', { pointer: '/code' });
  }
}

function figuresOf({ employees, sector = null, revenueWan = null, assetsWan = null }: FoundingFigures) {
  return { employees, sector, revenueWan, assetsWan };
}

/** @throws DomainError `NAME_REQUIRED`, `NAME_CHARACTERS` */
function nameAt(typed: string, pointer: string): string {
  const name = normaliseName(typed);
  const code = problemOfName(name);
  if (code !== null) throw new DomainError(code, { pointer });
  return name;
}
