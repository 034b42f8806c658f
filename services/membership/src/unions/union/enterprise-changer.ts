import { Injectable } from '@nestjs/common';
import { membershipEvents, type SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { CreateEnterpriseRequest } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { DomainError, newId, type Sector } from '@gongxiang/domain';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { FieldChange } from '../pending-change/pending-change.entity.js';
import type { UnionRow } from './union.entity.js';
import { UnionRepository } from './union.repository.js';
import { unionStateOf } from './union-state.js';
import type { EnterpriseRow } from './enterprise.entity.js';
import { checkBodyCode, type SizeFigures, sizeOf } from './enterprise.model.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import { enterpriseStateOf } from './enterprise-state.js';

type NewEnterprise = Omit<CreateEnterpriseRequest, 'keeperUnionId'>;

/** Adds an enterprise, and changes one, at once or after the union above has confirmed it. */
@Injectable()
export class EnterpriseChanger {
  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly unions: UnionRepository,
  ) {}

  async lock(tx: Transaction, id: string): Promise<EnterpriseRow> {
    const row = await this.enterprises.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /**
   * Adds an enterprise, whose record the given union maintains; requires an office over it.
   * @throws DomainError `NOT_PERMITTED`, `USCC_TAKEN`, `FIGURE_REQUIRED`; see `checkBodyCode` for a code
   */
  async create(
    tx: Transaction,
    { name, uscc, sector = null, employees = null, revenueWan = null, assetsWan = null }: NewEnterprise,
    keeper: UnionRow,
  ): Promise<EnterpriseRow> {
    tx.authorise(actions.createEnterprise, { paths: [keeper.path], visible: true });
    const figures = { sector, employees, revenueWan, assetsWan };
    const row: EnterpriseRow = {
      id: newId(),
      version: 1,
      name,
      ...checkBodyCode(uscc),
      usccEvidence: null,
      ...figures,
      ...sizeOf(figures),
      keeperUnionId: keeper.id,
      active: true,
      createdAt: tx.now,
    };
    const isNew = await this.enterprises.insert(tx, row);
    if (!isNew) throw new DomainError('USCC_TAKEN', { pointer: '/uscc' });
    await this.recordChange(tx, row, null);
    return row;
  }

  /** Applies confirmed changes to the current state of the enterprise. @throws DomainError `FIGURE_REQUIRED` */
  async apply(tx: Transaction, id: string, changes: readonly FieldChange[]): Promise<void> {
    const before = await this.lock(tx, id);
    const { sector, employees, revenueWan, assetsWan } = before;
    const figures = changes.reduce(withChange, { sector, employees, revenueWan, assetsWan });
    await this.save(tx, { ...before, ...figures, ...sizeOf(figures), version: before.version + 1 }, before);
  }

  /** @returns its union */
  async save(tx: Transaction, row: EnterpriseRow, before: EnterpriseRow): Promise<UnionRow | null> {
    await this.enterprises.update(tx, row);
    return this.recordChange(tx, row, before);
  }

  /** Publishes the enterprise, and its union as well if the size class has changed. */
  async recordChange(
    tx: Transaction,
    row: EnterpriseRow,
    before: EnterpriseRow | null,
  ): Promise<UnionRow | null> {
    const union = before === null ? null : await this.unions.lockByEnterprise(tx, row.id);
    const unionId = union?.id ?? (await this.enterprises.unionsBehind(tx, [row.id])).get(row.id) ?? null;
    const state = enterpriseStateOf(row, unionId);
    tx.audit({
      noun: 'enterprise',
      id: row.id,
      before: before && enterpriseStateOf(before, unionId),
      after: state,
    });
    await recordEvent(tx, membershipEvents.partyChanged, row.id, state);
    if (union === null || before?.sizeClass === row.sizeClass) return union;
    const updated = { ...union, version: union.version + 1 };
    await this.unions.update(tx, updated);
    await recordEvent(tx, membershipEvents.unionChanged, updated.id, unionStateOf(updated, row.sizeClass));
    await this.publishBranches(tx, union.path, row.sizeClass);
    return updated;
  }

  /** Publishes the unions below a firm's union that belong to no other firm: they share its size class. */
  private async publishBranches(tx: Transaction, path: string, sizeClass: SizeClassName): Promise<void> {
    const branches = await this.unions.incrementBranchVersions(tx, path);
    const events = branches.map((branch) => ({ about: branch.id, data: unionStateOf(branch, sizeClass) }));
    await recordEvents(tx, membershipEvents.unionChanged, events);
  }
}

function withChange(figures: SizeFigures, { field, after }: FieldChange): SizeFigures {
  // Validated when it was proposed.
  if (field === 'sector') return { ...figures, sector: after as Sector | null };
  if (field !== 'employees' && field !== 'revenueWan' && field !== 'assetsWan') return figures;
  return { ...figures, [field]: after === null ? null : Number(after) };
}
