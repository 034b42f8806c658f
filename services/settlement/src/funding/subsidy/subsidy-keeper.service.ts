import { Injectable } from '@nestjs/common';
import type { SubsidyMoveKind } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import type { SubsidyEntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type ActionRule, DomainError, newId, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type AccountKey, LedgerWriter } from '../../ledger/ledger-writer.js';
import { RoleHints } from '../../reference/role-hints.js';
import { leftOf } from './subsidy-balance.model.js';
import { SubsidyDesk } from './subsidy-desk.service.js';
import { settledState } from './subsidy-life.model.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** A part of a subsidy that goes, or comes back. */
export interface Move {
  /** Where an entry is posted for it, the entry's source. */
  readonly id?: string;
  readonly kind: SubsidyMoveKind;
  readonly amountFen: bigint;
  readonly movedBy: string;
  readonly costPoolId?: string;
  readonly restores?: string;
  readonly entryId?: string;
  readonly reason?: string;
}

/** Keeps what was given: under its lock, with its sums, its moves and its entries. */
@Injectable()
export class SubsidyKeeper {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly desk: SubsidyDesk,
    private readonly ledgerWriter: LedgerWriter,
    private readonly hints: RoleHints,
  ) {}

  /** The subsidy, locked until the commit, for what is done at one of its sides. @throws DomainError `NOT_FOUND` */
  async take(
    tx: Transaction,
    id: string,
    { rule, at }: { readonly rule: ActionRule; readonly at: 'giver' | 'receiver' },
  ): Promise<SubsidyRow> {
    const row = await this.subsidies.lock(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const sides = [row.giverUnionId, row.receiverUnionId];
    const unionId = at === 'giver' ? row.giverUnionId : row.receiverUnionId;
    await this.desk.guardAt(tx, rule, { unionId, sides });
    return row;
  }

  /** For either side. @throws DomainError `NOT_FOUND` */
  async see(tx: Transaction, id: string): Promise<SubsidyRow> {
    const row = await this.subsidies.find(tx, id);
    const paths = row === null ? [] : await this.desk.pathsOf(tx, [row.giverUnionId, row.receiverUnionId]);
    tx.authorise(actions.seeSubsidies, { paths });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  async save(tx: Transaction, before: SubsidyRow, changes: Partial<SubsidyRow>): Promise<SubsidyRow> {
    const changed = { ...before, ...changes, version: before.version + 1 };
    const row = { ...changed, state: settledState(changed.state, leftOf(changed)) };
    await this.subsidies.update(tx, row);
    tx.audit({ noun: 'subsidy', id: row.id, before: recordOf(before), after: recordOf(row) });
    const hint = { resource: 'subsidy', id: row.id, version: row.version };
    const paths = await this.desk.pathsOf(tx, [row.giverUnionId, row.receiverUnionId]);
    await this.hints.send(tx, hint, { rule: actions.seeSubsidies, paths });
    return row;
  }

  /** Notes the move, and saves the sums that it makes. */
  async move(
    tx: Transaction,
    row: SubsidyRow,
    move: Move,
    changes: Partial<SubsidyRow> = {},
  ): Promise<SubsidyRow> {
    const { kind, amountFen, movedBy } = move;
    const saved = await this.save(tx, row, { ...changes, ...sumsAfter(row, move) });
    await this.subsidies.insertMove(tx, {
      id: move.id ?? newId(),
      subsidyId: row.id,
      kind,
      amountFen,
      movedBy,
      movedAt: tx.now,
      costPoolId: move.costPoolId ?? null,
      restores: move.restores ?? null,
      entryId: move.entryId ?? null,
      reason: move.reason ?? null,
    });
    return saved;
  }

  /** Posts one entry between the two: what the giver owes by it, or what the receiver owes back. */
  post(
    tx: Transaction,
    row: SubsidyRow,
    entry: {
      readonly kind: SubsidyEntryKind;
      readonly sourceId: string;
      readonly amountFen: bigint;
      readonly postedBy: string;
      readonly reason?: string;
    },
  ): Promise<string> {
    const { kind, sourceId, amountFen, postedBy, reason } = entry;
    const giver = accountOf(row.giverUnionId);
    const receiver = accountOf(row.receiverUnionId);
    const legs = kind === 'subsidy' ? { debit: giver, credit: receiver } : { debit: receiver, credit: giver };
    return this.ledgerWriter.post(tx, {
      kind,
      title: row.title,
      unionId: row.giverUnionId,
      sourceId,
      postedBy,
      ...(reason === undefined ? {} : { reason }),
      postings: [{ ...legs, amountFen, incomeKind: 'subsidy' }],
    });
  }
}

function accountOf(unionId: string): AccountKey {
  return { party: partyKey({ kind: 'union', id: unionId }), incomeKind: 'subsidy', purpose: 'current' };
}

function sumsAfter(
  { drawnFen, returnedFen }: SubsidyRow,
  { kind, amountFen }: Move,
): Pick<SubsidyRow, 'drawnFen' | 'returnedFen'> {
  if (kind === 'returned') return { drawnFen, returnedFen: returnedFen + amountFen };
  return { drawnFen: drawnFen + (kind === 'restored' ? -amountFen : amountFen), returnedFen };
}

function recordOf({ state, drawnFen, returnedFen, reason }: SubsidyRow): Record<string, unknown> {
  return { state, reason, drawnFen: String(drawnFen), returnedFen: String(returnedFen) };
}
