import { Injectable } from '@nestjs/common';
import {
  benefitContract,
  type BenefitDefinition,
  type BenefitId,
  type BenefitView,
  type ChangeBenefit,
  type CreateBenefit,
  type WithdrawBenefit,
} from '@gongxiang/contracts/affairs/listings/benefit.contract';
import { type CallContext, DomainError, fromWire, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { audienceKeyOf } from '../../bulletins/audience/audience.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { BenefitDueWork } from './benefit.due.js';
import type { BenefitRow } from './benefit.entity.js';
import {
  type BenefitAct,
  benefitProblems,
  nextBenefitState,
  ownWay,
  requireBenefitNotOver,
} from './benefit.model.js';
import { BenefitReader } from './benefit-reader.js';
import { BenefitRepository } from './benefit.repository.js';

/** Officers of a union list what its members get, and take it back. */
@Injectable()
export class BenefitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly benefits: BenefitRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: BenefitReader,
    private readonly work: BenefitDueWork,
  ) {}

  @Handles(benefitContract.create)
  create(request: CreateBenefit, call: CallContext): Promise<Outcome<BenefitView>> {
    return this.transactions.command(call, benefitContract.create, request, async (tx) => {
      const { unionId, ...definition } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageBenefits, { paths: union ? [union.path] : [] });
      if (union === null) throw new DomainError('NOT_FOUND');
      const row: BenefitRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'draft',
        ...defined(definition, unionId),
        publishedAt: null,
        withdrawReason: null,
        writtenBy: tx.personId,
        hiddenAt: null,
        hiddenReason: null,
      };
      await this.benefits.insert(tx, row);
      return this.saved(tx, null, row);
    });
  }

  @Handles(benefitContract.change)
  change(request: ChangeBenefit, call: CallContext): Promise<Outcome<BenefitView>> {
    return this.transactions.command(call, benefitContract.change, request, async (tx) => {
      const { benefitId, ...definition } = request;
      const before = await this.lock(tx, benefitId);
      const state = nextBenefitState(before.state, 'change');
      const changes = defined(definition, before.unionId);
      if (state === 'published') requireBenefitNotOver(changes.until, tx.now);
      return this.save(tx, before, { ...changes, state });
    });
  }

  @Handles(benefitContract.publish)
  publish(request: BenefitId, call: CallContext): Promise<Outcome<BenefitView>> {
    return this.transactions.command(call, benefitContract.publish, request, (tx) =>
      this.show(tx, request.benefitId, 'publish'),
    );
  }

  @Handles(benefitContract.withdraw)
  withdraw(request: WithdrawBenefit, call: CallContext): Promise<Outcome<BenefitView>> {
    return this.transactions.command(call, benefitContract.withdraw, request, async (tx) => {
      const before = await this.lock(tx, request.benefitId);
      const state = nextBenefitState(before.state, 'withdraw');
      return this.save(tx, before, { state, withdrawReason: request.reason });
    });
  }

  @Handles(benefitContract.restore)
  restore(request: BenefitId, call: CallContext): Promise<Outcome<BenefitView>> {
    return this.transactions.command(call, benefitContract.restore, request, (tx) =>
      this.show(tx, request.benefitId, 'restore'),
    );
  }

  private async show(tx: Transaction, benefitId: string, act: BenefitAct): Promise<BenefitView> {
    const before = await this.lock(tx, benefitId);
    const state = nextBenefitState(before.state, act);
    requireBenefitNotOver(before.until, tx.now);
    const publishedAt = before.publishedAt ?? tx.now;
    return this.save(tx, before, { state, publishedAt, withdrawReason: null });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` to whoever sees it, `VERSION_STALE` */
  private async lock(tx: Transaction, benefitId: string): Promise<BenefitRow> {
    const row = await this.benefits.lock(tx, benefitId);
    const { unionPath } = await this.reader.visible(tx, benefitId);
    tx.authorise(actions.manageBenefits, { paths: [unionPath], visible: true });
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return row;
  }

  private async save(
    tx: Transaction,
    before: BenefitRow,
    changes: Partial<BenefitRow>,
  ): Promise<BenefitView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.benefits.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(tx: Transaction, before: BenefitRow | null, row: BenefitRow): Promise<BenefitView> {
    await this.work.plan(tx, row);
    tx.audit({ noun: 'benefit', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.reader.view(tx, row.id);
  }
}

/** @throws DomainError `BENEFIT_INVALID` with what is wrong */
function defined(definition: BenefitDefinition, unionId: string) {
  const errors = benefitProblems(definition);
  if (errors.length > 0) throw new DomainError('BENEFIT_INVALID', { errors });
  const { merchant, title, category, way, place, district, conditions, audience, from, until } = definition;
  const { savesPercent, savesAmount } = definition;
  const foundBy = `${title} ${merchant}`;
  return {
    merchant,
    title,
    foundBy,
    pinyin: pinyinOf(foundBy),
    category,
    way,
    ...ownWay(definition),
    place: place ?? null,
    district: district ?? null,
    conditions: conditions ?? null,
    savesPercent: savesPercent ?? null,
    savesFen: savesAmount ? fromWire(savesAmount, '/savesAmount') : null,
    audience,
    audienceKey: audienceKeyOf(audience, unionId),
    beginsOn: from,
    until,
  };
}

function auditedOf({ version, state, title, until, withdrawReason, savesPercent, savesFen }: BenefitRow) {
  const saves = savesFen === null ? savesPercent : savesFen.toString();
  return { version, state, title, until, withdrawReason, saves };
}
