import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type DecideFounding,
  foundingContract,
  type FoundingId,
  type FoundingSummaryView,
  type FoundingView,
  type ListFoundings,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { type CallContext, DomainError, isWithin, maskPhone, reachOf, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { normalisePhone } from '../../persons/person/person.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { decides } from '../application/application.model.js';
import type { FoundingRow } from './founding.entity.js';
import { stateAfter } from './founding.model.js';
import { FoundingCompletion } from './founding-completion.js';
import { FoundingPresenter } from './founding-presenter.js';
import { type FoundingRecord, FoundingRepository } from './founding.repository.js';
import { FoundingWriter } from './founding-writer.js';

/** What officers of the union above do with filings. */
@Injectable()
export class FoundingDecisionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly foundings: FoundingRepository,
    private readonly unions: UnionRepository,
    private readonly completion: FoundingCompletion,
    private readonly writer: FoundingWriter,
    private readonly presenter: FoundingPresenter,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(foundingContract.list)
  list(request: ListFoundings, call: CallContext): Promise<Page<FoundingSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      const within = await this.pathsOf(tx, request.union);
      tx.authorise(actions.listFoundings, { paths: within, visible: true });
      const q = request.q?.trim();
      const sought = q ? { text: q, phoneHash: this.personalData.hash('phone', normalisePhone(q)) } : null;
      const records = await this.foundings.list(tx, { ...request, within, sought });
      const page = toPage(records, {
        limit: request.limit,
        cursorOf: (record) => [record.dueAt?.toISOString() ?? 'infinity', record.id],
      });
      return { ...page, items: page.items.map((record) => this.presenter.summaryOf(tx, record)) };
    });
  }

  @Handles(foundingContract.get)
  get({ foundingId }: FoundingId, call: CallContext): Promise<FoundingView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.viewOf(tx, await this.seen(tx, foundingId)),
    );
  }

  /**
   * @throws DomainError `NOT_PERMITTED` to officers of other unions; `VERSION_STALE`, `FOUNDING_ACT`; `REASON_REQUIRED`,
   * `FOUNDING_APPROVAL_NUMBER`, `FOUNDING_JOINT_UNION`; `MEMBER_ELSEWHERE_OR_DIFFERS` if the chair's number is on record under
   * another name; what creating a union refuses
   */
  @Handles(foundingContract.decide)
  async decide(request: DecideFounding, call: CallContext): Promise<Outcome<FoundingView>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const outcome = await this.transactions.command<FoundingView | null>(
      call,
      foundingContract.decide,
      comparable,
      async (tx) => {
        const before = await this.lock(tx, request);
        const change = await this.changeBy(tx, before, request);
        if (change === null) return null;
        await this.writer.act(tx, before, request.decision, change);
        const record = await this.foundings.findById(tx, before.id);
        if (record === null) throw new DomainError('NOT_FOUND');
        return this.presenter.viewOf(tx, record);
      },
      { keep: withoutFacts },
    );
    // Thrown after the commit, as a rollback would undo the count of the refusal.
    if (outcome.body === null) throw new DomainError('MEMBER_ELSEWHERE_OR_DIFFERS');
    return { ...outcome, body: outcome.body };
  }

  /** What a decision changes besides the state. @returns null if the chair cannot be taken in */
  private async changeBy(
    tx: Transaction,
    before: FoundingRow,
    request: DecideFounding,
  ): Promise<(Partial<FoundingRow> & { readonly reason?: string }) | null> {
    switch (request.decision) {
      case 'approve': {
        const approvalNumber = request.approvalNumber?.trim();
        if (!approvalNumber)
          throw new DomainError('FOUNDING_APPROVAL_NUMBER', { pointer: '/approvalNumber' });
        return { approvalNumber, approvedOn: shanghaiDate(tx.now) };
      }
      case 'join':
        return { foundedUnionId: await this.jointUnion(tx, before, request.unionId) };
      case 'confirm':
        return this.completion.complete(tx, before, nameOf(before, request));
      case 'return':
        // What is returned of an election is another election.
        return {
          heldOn: null,
          entitled: null,
          present: null,
          elected: null,
          reason: requiredReason(request),
        };
      case 'refuse':
        return { reason: requiredReason(request) };
    }
  }

  /** @throws DomainError `FOUNDING_JOINT_UNION` */
  private async jointUnion(
    tx: Transaction,
    { unionId }: FoundingRow,
    jointId: string | null | undefined,
  ): Promise<string> {
    const deciding = await this.unions.findById(tx, unionId);
    const joint = jointId ? await this.unions.findById(tx, jointId) : null;
    const isBelow = joint !== null && deciding !== null && isWithin(joint.path, deciding.path);
    if (!isBelow || !joint.active || joint.id === unionId)
      throw new DomainError('FOUNDING_JOINT_UNION', { pointer: '/unionId' });
    return joint.id;
  }

  /** Loads a filing that the caller may see. @throws DomainError `NOT_FOUND` */
  private async seen(tx: Transaction, id: string): Promise<FoundingRecord> {
    const record = await this.foundings.findById(tx, id);
    tx.authorise(actions.seeFounding, { paths: record ? [record.union.path] : [] });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** Locks a filing on which the caller decides: an officer of the very union that has it. */
  private async lock(tx: Transaction, { foundingId, decision }: DecideFounding): Promise<FoundingRow> {
    const row = await this.foundings.lockById(tx, foundingId);
    await this.seen(tx, foundingId);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    if (!decides(tx.call.actor, row.unionId)) throw new DomainError('NOT_PERMITTED');
    stateAfter(row, decision);
    return row;
  }

  /** The named union, if it is within the caller's reach, else all of their unions. */
  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<readonly string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.listFoundings);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }
}

function nameOf({ enterpriseName }: FoundingRow, { name }: DecideFounding): string {
  return name?.trim() || `${enterpriseName}工会`;
}

/** @throws DomainError `REASON_REQUIRED` */
function requiredReason({ reason }: DecideFounding): string {
  const text = reason?.trim();
  if (!text) throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
  return text;
}

/** The answer stored for replays: by then the caller may no longer see names and reasons. */
function withoutFacts(view: FoundingView | null): FoundingView | null {
  if (view === null) return null;
  const steps = view.steps.map((step) => ({ ...step, reason: null }));
  return { ...view, contactName: null, phone: view.phone && maskPhone(view.phone), candidates: [], steps };
}
