import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  budgetContract,
  type BudgetLineDto,
  type BudgetReasonRequest,
  type BudgetIdRequest,
  type BudgetSummaryView,
  type BudgetView,
  type ChangeBudgetRequest,
  type CreateBudgetRequest,
  type ListBudgetsRequest,
} from '@gongxiang/contracts/settlement/funding/budget.contract';
import { type ActionRule, type CallContext, DomainError, fromWire, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { budgetAwaitsDue } from '../awaits-due.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { BudgetLineRow, BudgetRow } from './budget.entity.js';
import { checkLines, nextState, type PlannedLine } from './budget.model.js';
import { BudgetRepository } from './budget.repository.js';
import { budgetSummary, budgetView, plannedLine, unionKey } from './budget.view.js';

/** Drafts, adopts and amends the budget of a year. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly transactions: Transactions,
    private readonly budgets: BudgetRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  /** @throws DomainError 409 `BUDGET_EXISTS`: a year has one first budget; 422 as {@link checkLines} */
  @Handles(budgetContract.create)
  create(request: CreateBudgetRequest, call: CallContext): Promise<Outcome<BudgetView>> {
    return this.transactions.command(call, budgetContract.create, request, async (tx) => {
      const { unionId, year } = request;
      const { path } = await this.references.union(tx, unionId, '/unionId');
      const visible = maySee(call.actor, actions.seeBudget, [path]);
      tx.authorise(actions.draftBudget, { paths: [path], visible });
      const lines = linesOf(request.lines);
      const row = draftOf(tx, { unionId, year, number: 1, reason: null });
      if (!(await this.budgets.insert(tx, row)))
        throw new DomainError('BUDGET_EXISTS', { pointer: '/year', params: { year } });
      return this.insertDraft(tx, row, lines);
    });
  }

  /** Creates a new version as a copy of the one in force, which stays in force until the new one is adopted. */
  @Handles(budgetContract.amend)
  amend(request: BudgetReasonRequest, call: CallContext): Promise<Outcome<BudgetView>> {
    return this.transactions.command(call, budgetContract.amend, request, async (tx) => {
      const before = await this.lock(tx, request.budgetId, actions.draftBudget);
      requireVersion(tx, before.version);
      nextState(before.state, 'amend');
      const { unionId, year, number } = before;
      const row = draftOf(tx, { unionId, year, number: number + 1, reason: request.reason });
      if (!(await this.budgets.insert(tx, row))) throw new DomainError('BUDGET_AMENDED_ALREADY');
      return this.insertDraft(tx, row, (await this.budgets.linesOf(tx, before.id)).map(plannedLine));
    });
  }

  @Handles(budgetContract.change)
  change(request: ChangeBudgetRequest, call: CallContext): Promise<Outcome<BudgetView>> {
    return this.transactions.command(call, budgetContract.change, request, async (tx) => {
      const before = await this.lock(tx, request.budgetId, actions.draftBudget);
      requireVersion(tx, before.version);
      const state = nextState(before.state, 'change');
      await this.budgets.replaceLines(tx, before.id, rowsOf(before.id, linesOf(request.lines)));
      return this.view(tx, await this.save(tx, before, { state }));
    });
  }

  @Handles(budgetContract.submit)
  submit(request: BudgetIdRequest, call: CallContext): Promise<Outcome<BudgetView>> {
    return this.transactions.command(call, budgetContract.submit, request, async (tx) => {
      const before = await this.lock(tx, request.budgetId, actions.draftBudget);
      requireVersion(tx, before.version);
      const state = nextState(before.state, 'submit');
      const changes = { state, submittedBy: tx.personId, submittedAt: tx.now, returnReason: null };
      return this.view(tx, await this.save(tx, before, changes));
    });
  }

  @Handles(budgetContract.return)
  return(request: BudgetReasonRequest, call: CallContext): Promise<Outcome<BudgetView>> {
    return this.transactions.command(call, budgetContract.return, request, async (tx) => {
      const before = await this.lock(tx, request.budgetId, actions.adoptBudget);
      requireVersion(tx, before.version);
      const state = nextState(before.state, 'return');
      const changes = { state, submittedBy: null, submittedAt: null, returnReason: request.reason };
      return this.view(tx, await this.save(tx, before, changes));
    });
  }

  /**
   * E83: the adopter must not have drafted or submitted it. The previous version is superseded in the same
   * transaction.
   */
  @Handles(budgetContract.adopt)
  adopt(request: BudgetIdRequest, call: CallContext): Promise<Outcome<BudgetView>> {
    return this.transactions.command(call, budgetContract.adopt, request, async (tx) => {
      const before = await this.lock(tx, request.budgetId, actions.adoptBudget);
      requireVersion(tx, before.version);
      const state = nextState(before.state, 'adopt');
      if ([before.createdBy, before.submittedBy].includes(tx.personId)) throw new DomainError('SAME_PERSON');
      const earlier = await this.budgets.lockAdopted(tx, before.unionId, before.year);
      if (earlier !== null) await this.save(tx, earlier, { state: nextState(earlier.state, 'supersede') });
      const changes = { state, adoptedBy: tx.personId, adoptedAt: tx.now };
      return this.view(tx, await this.save(tx, before, changes));
    });
  }

  @Handles(budgetContract.get)
  get(request: BudgetIdRequest, call: CallContext): Promise<BudgetView> {
    return this.transactions.read(call, async (tx) => this.view(tx, await this.see(tx, request.budgetId)));
  }

  @Handles(budgetContract.list)
  list(request: ListBudgetsRequest, call: CallContext): Promise<Page<BudgetSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.budgets.list(tx, request, reachOf(call.actor, actions.seeBudget));
      const totals = await this.budgets.totalsOf(
        tx,
        rows.map(({ id }) => id),
      );
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => budgetSummary(row, totals.get(row.id) ?? 0n, names));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** The budget, for a caller who may see it. @throws DomainError `NOT_FOUND` */
  async see(tx: Transaction, id: string): Promise<BudgetRow> {
    const row = await this.budgets.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    tx.authorise(actions.seeBudget, { paths: [path] });
    return row;
  }

  private async lock(tx: Transaction, id: string, rule: ActionRule): Promise<BudgetRow> {
    const row = await this.budgets.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    tx.authorise(rule, { paths: [path], visible: maySee(tx.call.actor, actions.seeBudget, [path]) });
    return row;
  }

  private async insertDraft(
    tx: Transaction,
    row: BudgetRow,
    lines: readonly PlannedLine[],
  ): Promise<BudgetView> {
    await this.budgets.replaceLines(tx, row.id, rowsOf(row.id, lines));
    const { unionId, year, number, reason } = row;
    tx.audit({ noun: 'budget', id: row.id, after: { unionId, year, number, reason } });
    await this.hint(tx, row);
    return this.view(tx, row);
  }

  private async save(tx: Transaction, before: BudgetRow, changes: Partial<BudgetRow>): Promise<BudgetRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.budgets.update(tx, row);
    await awaitsMayChange(tx, budgetAwaitsDue, row.id);
    tx.audit({ noun: 'budget', id: row.id, before: recordOf(before), after: recordOf(row) });
    await this.hint(tx, row);
    return row;
  }

  private async hint(tx: Transaction, { id, version, unionId }: BudgetRow): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    await this.hints.send(
      tx,
      { resource: 'budget', id, version },
      { rule: actions.seeBudget, paths: [path] },
    );
  }

  private async view(tx: Transaction, row: BudgetRow): Promise<BudgetView> {
    const before = row.number === 1 ? null : await this.budgets.before(tx, row);
    const lines = await this.budgets.linesOf(tx, row.id);
    const earlier = before === null ? null : await this.budgets.linesOf(tx, before.id);
    return budgetView(row, lines, earlier, await this.namesOf(tx, [row]));
  }

  private async namesOf(tx: Transaction, rows: readonly BudgetRow[]) {
    const keys = new Set(rows.map(({ unionId }) => unionKey(unionId)));
    const ids = rows.flatMap(({ submittedBy, adoptedBy }) => [submittedBy, adoptedBy]);
    return {
      parties: await this.references.parties(tx, [...keys]),
      people: await this.references.namesOf(tx, ids),
    };
  }
}

function draftOf(
  tx: Transaction,
  what: Pick<BudgetRow, 'unionId' | 'year' | 'number' | 'reason'>,
): BudgetRow {
  return {
    id: newId(),
    version: 1,
    ...what,
    state: 'draft',
    returnReason: null,
    createdBy: tx.personId,
    createdAt: tx.now,
    submittedBy: null,
    submittedAt: null,
    adoptedBy: null,
    adoptedAt: null,
  };
}

function linesOf(lines: readonly BudgetLineDto[]): PlannedLine[] {
  const planned = lines.map(({ expenseCode, amount, note = null }, index) => ({
    expenseCode,
    amount: fromWire(amount, `/lines/${index}/amount`),
    note,
  }));
  checkLines(planned);
  return planned;
}

function rowsOf(budgetId: string, lines: readonly PlannedLine[]): BudgetLineRow[] {
  return lines.map(({ expenseCode, amount: amountFen, note }) => ({
    budgetId,
    expenseCode,
    amountFen,
    note,
  }));
}

function recordOf({ state, version, returnReason }: BudgetRow): Record<string, unknown> {
  return { state, version, returnReason };
}
