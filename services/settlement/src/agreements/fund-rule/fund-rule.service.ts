import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ChangeFundRuleSetRequest,
  type CreateFundRuleSetRequest,
  fundRuleContract,
  type FundRuleSetIdRequest,
  type FundRuleSetView,
  type GetWelfareBound,
  type ListFundRuleSetsRequest,
  type WelfareBoundView,
} from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import {
  type CallContext,
  DomainError,
  isCalendarDate,
  mayDo,
  newId,
  partyKey,
  reachOf,
  toWire,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { personName } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { FundRuleSetRow } from './fund-rule.entity.js';
import { readRules } from './fund-rule.model.js';
import { FundRuleRepository } from './fund-rule.repository.js';
import { welfareBoundOf } from './welfare-bound.model.js';

type RuleSetContent = Pick<FundRuleSetRow, 'name' | 'source' | 'validFrom' | 'validUntil' | 'rules'>;

/** Sets of limits: an officer of the union drafts and publishes them, and a later set supersedes them. */
@Injectable()
export class FundRuleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sets: FundRuleRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(fundRuleContract.create)
  create(request: CreateFundRuleSetRequest, call: CallContext): Promise<Outcome<FundRuleSetView>> {
    return this.transactions.command(call, fundRuleContract.create, request, async (tx) => {
      const union = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.tendFundRules, { paths: [union.path], visible: true });
      const row = newDraft(tx, union.id, contentOf(request));
      await this.sets.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  @Handles(fundRuleContract.change)
  change(request: ChangeFundRuleSetRequest, call: CallContext): Promise<Outcome<FundRuleSetView>> {
    return this.transactions.command(call, fundRuleContract.change, request, async (tx) => {
      const before = await this.lockEditable(tx, request.setId);
      requireVersion(tx, before.version);
      requireDraft(before);
      const row = { ...before, ...contentOf(request), version: before.version + 1 };
      await this.sets.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  /** A published set never changes. The union's previous set stays in force until the day this one begins. */
  @Handles(fundRuleContract.publish)
  publish(request: FundRuleSetIdRequest, call: CallContext): Promise<Outcome<FundRuleSetView>> {
    return this.transactions.command(call, fundRuleContract.publish, request, async (tx) => {
      await this.sets.lockSequence(tx, (await this.sets.find(tx, request.setId)).unionId);
      const before = await this.lockEditable(tx, request.setId);
      requireVersion(tx, before.version);
      requireDraft(before);
      const earlier = await this.sets.published(tx, before.unionId);
      const row: FundRuleSetRow = {
        ...before,
        version: before.version + 1,
        versionNumber: (await this.sets.lastNumber(tx, before.unionId)) + 1,
        state: 'published',
        publishedBy: tx.personId,
        publishedAt: tx.now,
      };
      await this.sets.update(tx, row);
      if (earlier !== null) await this.supersede(tx, earlier, row.id);
      return this.changed(tx, row, before);
    });
  }

  /** Copies a set into a new draft; a published set cannot be changed, because spending was judged by it. */
  @Handles(fundRuleContract.copy)
  copy(request: FundRuleSetIdRequest, call: CallContext): Promise<Outcome<FundRuleSetView>> {
    return this.transactions.command(call, fundRuleContract.copy, request, async (tx) => {
      const from = await this.lockEditable(tx, request.setId);
      const { name, source, validFrom, validUntil, rules, unionId } = from;
      const content = { name, source, validFrom, validUntil, rules };
      const row = { ...newDraft(tx, unionId, content), copiedFromId: from.id };
      await this.sets.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  @Handles(fundRuleContract.get)
  get(request: FundRuleSetIdRequest, call: CallContext): Promise<FundRuleSetView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const row = await this.sets.find(tx, request.setId);
      if (row.state === 'draft') {
        const { path } = await this.references.union(tx, row.unionId);
        tx.authorise(actions.tendFundRules, { paths: [path] });
      }
      return this.view(tx, row);
    });
  }

  @Handles(fundRuleContract.list)
  list(request: ListFundRuleSetsRequest, call: CallContext): Promise<Page<FundRuleSetView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.sets.list(tx, request, reachOf(call.actor, actions.tendFundRules));
      return toPage(await this.views(tx, rows), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(fundRuleContract.welfareBound)
  welfareBound({ unionId, on }: GetWelfareBound, call: CallContext): Promise<WelfareBoundView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const { path } = await this.references.union(tx, unionId);
      const sets = await this.sets.inForce(tx, [path], on);
      const bound = welfareBoundOf(sets.map(({ row }) => ({ name: row.name, rules: readRules(row.rules) })));
      return { amount: bound && toWire(bound.amountFen), setName: bound?.setName ?? null };
    });
  }

  private async lockEditable(tx: Transaction, id: string): Promise<FundRuleSetRow> {
    const row = await this.sets.lock(tx, id);
    const { path } = await this.references.union(tx, row.unionId);
    tx.authorise(actions.tendFundRules, { paths: [path], visible: row.state !== 'draft' });
    return row;
  }

  private async supersede(tx: Transaction, earlier: FundRuleSetRow, supersededById: string): Promise<void> {
    const row = { ...earlier, version: earlier.version + 1, state: 'superseded' as const, supersededById };
    await this.sets.update(tx, row);
    tx.audit({
      noun: 'fundRuleSet',
      id: row.id,
      before: { state: earlier.state },
      after: { state: row.state, supersededById },
    });
  }

  private async changed(
    tx: Transaction,
    row: FundRuleSetRow,
    before: FundRuleSetRow | null,
  ): Promise<FundRuleSetView> {
    tx.audit({ noun: 'fundRuleSet', id: row.id, before: before && recordOf(before), after: recordOf(row) });
    return this.view(tx, row);
  }

  private async view(tx: Transaction, row: FundRuleSetRow): Promise<FundRuleSetView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new Error('one row has one view');
    return view;
  }

  private async views(tx: Transaction, rows: readonly FundRuleSetRow[]): Promise<FundRuleSetView[]> {
    const unions = await this.references.parties(tx, [...new Set(rows.map(unionKey))]);
    const people = await this.references.namesOf(
      tx,
      rows.map(({ publishedBy }) => publishedBy),
    );
    return rows.map((row) => {
      const { id, version, unionId, versionNumber, name, source, validFrom, validUntil } = row;
      const union = unions.get(unionKey(row));
      const { actor } = tx.call;
      const paths = union === undefined ? [] : [union.unionPath];
      return {
        id,
        version,
        unionId,
        unionName: union?.name ?? unionId,
        versionNumber,
        name,
        source,
        validFrom,
        validUntil,
        state: row.state,
        rules: row.rules,
        copiedFromId: row.copiedFromId,
        createdAt: row.createdAt.toISOString(),
        publishedAt: row.publishedAt?.toISOString() ?? null,
        publishedBy: row.publishedBy,
        publishedByName: personName(row.publishedBy, people),
        supersededById: row.supersededById,
        mayTend: actor !== null && mayDo(actor, actions.tendFundRules, { paths }),
      };
    });
  }
}

/** @throws DomainError as {@link readRules} does; `DATES_REVERSED` */
function contentOf(request: CreateFundRuleSetRequest | ChangeFundRuleSetRequest): RuleSetContent {
  const { name, source, validFrom, rules } = request;
  const validUntil = request.validUntil ?? null;
  readRules(rules);
  requireDays({ validFrom, validUntil });
  if (validUntil !== null && validUntil < validFrom)
    throw new DomainError('DATES_REVERSED', { pointer: '/validUntil' });
  return { name, source, validFrom, validUntil, rules };
}

/** ISO 8601 has a year zero, which neither the calendar nor the database has. */
function requireDays(days: Readonly<Record<string, string | null>>): void {
  const wrong = Object.entries(days).filter(([, day]) => day !== null && !isCalendarDate(day));
  if (wrong.length === 0) return;
  const errors = wrong.map(([name]) => ({ pointer: `/${name}`, code: 'DATE_FORMAT' }));
  throw new DomainError('VALIDATION_FAILED', { errors });
}

function newDraft(tx: Transaction, unionId: string, content: RuleSetContent): FundRuleSetRow {
  return {
    id: newId(),
    version: 1,
    unionId,
    versionNumber: null,
    ...content,
    state: 'draft',
    copiedFromId: null,
    createdBy: tx.personId,
    createdAt: tx.now,
    publishedBy: null,
    publishedAt: null,
    supersededById: null,
  };
}

function requireDraft({ state }: FundRuleSetRow): void {
  if (state !== 'draft') throw new DomainError('ILLEGAL_TRANSITION');
}

function unionKey({ unionId }: FundRuleSetRow): string {
  return partyKey({ kind: 'union', id: unionId });
}

function recordOf(row: FundRuleSetRow): Record<string, unknown> {
  const { state, unionId, name, source, validFrom, validUntil, rules } = row;
  return { state, unionId, name, source, validFrom, validUntil, rules };
}
