import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  adoptionRequestContract,
  type AdoptionRequestIdRequest,
  type AdoptionRequestState,
  type AdoptionRequestView,
  type AskAdoptionRequest,
  type ListAdoptionRequestsRequest,
  type RefuseAdoptionRequest,
} from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import { type CallContext, DomainError, mayDo, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { adoptionAwaitsMayChange } from './adoption-awaits.due.js';
import { AdoptionRequestRepository } from './adoption-request.repository.js';
import { BrandChanges } from './brand-changes.js';
import type { AdoptionRequestRow, BrandRow } from './brand.entity.js';
import { requireAdoptionStep } from './brand.model.js';
import { adoptionViewOf } from './brand.view.js';

/** Requests of unions to run editions of a brand that is not open to all; its founder decides. */
@Injectable()
export class AdoptionRequestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: BrandChanges,
    private readonly requests: AdoptionRequestRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `ADOPTION_OPEN_TO_ALL`, `ADOPTION_ASKED_ALREADY`, `BRAND_NOT_PUBLISHED` */
  @Handles(adoptionRequestContract.ask)
  ask(request: AskAdoptionRequest, call: CallContext): Promise<Outcome<AdoptionRequestView>> {
    return this.transactions.command(call, adoptionRequestContract.ask, request, async (tx) =>
      adoptionViewOf(await this.askIn(tx, request)),
    );
  }

  /** The same within a larger transaction. */
  async askIn(tx: Transaction, request: AskAdoptionRequest): Promise<AdoptionRequestRow> {
    const brand = await this.lock(tx, request.brandId);
    const union = await this.references.union(tx, request.unionId, '/unionId');
    tx.authorise(actions.adoptBrand, { paths: [union.path], visible: true });
    requireOpen(union, '/unionId');
    requireAskable(brand, union.id);
    if ((await this.requests.standing(tx, brand.id, union.id)) !== null)
      throw new DomainError('ADOPTION_ASKED_ALREADY', { pointer: '/unionId' });
    const row: AdoptionRequestRow = {
      brandId: brand.id,
      id: newId(),
      version: 1,
      unionId: union.id,
      unionName: union.name,
      askedBy: tx.personId,
      note: request.note ?? null,
      state: 'requested',
      reason: null,
      createdAt: tx.now,
      decidedBy: null,
      decidedAt: null,
    };
    await this.requests.insert(tx, row);
    auditOf(tx, row, null);
    await adoptionAwaitsMayChange(tx, brand.id);
    return row;
  }

  /** A union's current request: null if it has none, or was refused. */
  standing(tx: Transaction, brandId: string, unionId: string): Promise<AdoptionRequestRow | null> {
    return this.requests.standing(tx, brandId, unionId);
  }

  @Handles(adoptionRequestContract.approve)
  approve(request: AdoptionRequestIdRequest, call: CallContext): Promise<Outcome<AdoptionRequestView>> {
    return this.transactions.command(call, adoptionRequestContract.approve, request, (tx) =>
      this.decide(tx, request, { state: 'approved', reason: null }),
    );
  }

  @Handles(adoptionRequestContract.refuse)
  refuse(request: RefuseAdoptionRequest, call: CallContext): Promise<Outcome<AdoptionRequestView>> {
    return this.transactions.command(call, adoptionRequestContract.refuse, request, (tx) =>
      this.decide(tx, request, { state: 'refused', reason: request.reason }),
    );
  }

  /** All of them for the founder; for others those of the unions they act for. */
  @Handles(adoptionRequestContract.list)
  list(request: ListAdoptionRequestsRequest, call: CallContext): Promise<Page<AdoptionRequestView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBrand, {});
      const brand = await this.changes.find(tx, request.brandId);
      const isFounder = await this.isFounder(tx, brand);
      if (brand.publishedAt === null && !isFounder) throw new DomainError('NOT_FOUND');
      const unions = isFounder ? null : reachOf(tx.call.actor, actions.adoptBrand);
      const rows = await this.requests.list(tx, request, unions);
      return toPage(rows.map(adoptionViewOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async decide(
    tx: Transaction,
    { brandId, requestId }: AdoptionRequestIdRequest,
    { state, reason }: { readonly state: AdoptionRequestState; readonly reason: string | null },
  ): Promise<AdoptionRequestView> {
    const brand = await this.lock(tx, brandId);
    await this.changes.authorise(tx, brand);
    const before = await this.requests.findById(tx, brandId, requestId);
    if (before === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, before.version);
    requireAdoptionStep(before.state, state);
    const decided = { state, reason, decidedBy: tx.personId, decidedAt: tx.now };
    const row = { ...before, ...decided, version: before.version + 1 };
    await this.requests.update(tx, row);
    auditOf(tx, row, before);
    await adoptionAwaitsMayChange(tx, brandId);
    await this.changes.inform(tx, brand, [row.askedBy], {
      kind: state === 'approved' ? 'adoptionApproved' : 'adoptionRefused',
      why: 'askedAdoption',
      cause: `brand/${brandId}/request/${row.id}/${state}`,
      partyName: row.unionName,
      ...(reason === null ? {} : { reason }),
    });
    return adoptionViewOf(row);
  }

  private async lock(tx: Transaction, brandId: string): Promise<BrandRow> {
    tx.authorise(actions.seeBrand, {});
    const brand = await this.changes.lock(tx, brandId);
    if (brand.publishedAt === null) await this.changes.authorise(tx, brand);
    return brand;
  }

  private async isFounder(tx: Transaction, brand: BrandRow): Promise<boolean> {
    const { actor } = tx.call;
    const paths = await this.references.pathsOf(tx, [brand.founderUnionId]);
    return actor !== null && mayDo(actor, actions.manageBrand, { paths });
  }
}

function requireAskable({ state, adoption, founderUnionId }: BrandRow, unionId: string): void {
  if (state !== 'published') throw new DomainError('BRAND_NOT_PUBLISHED', { params: { state } });
  if (adoption === 'open' || unionId === founderUnionId) throw new DomainError('ADOPTION_OPEN_TO_ALL');
}

function auditOf(tx: Transaction, row: AdoptionRequestRow, before: AdoptionRequestRow | null): void {
  const { brandId, unionId, state, reason } = row;
  tx.audit({
    noun: 'brandAdoptionRequest',
    id: row.id,
    before: before && { state: before.state },
    after: { brandId, unionId, state, reason },
  });
}
