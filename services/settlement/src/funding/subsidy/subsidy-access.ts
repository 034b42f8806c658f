import { Injectable } from '@nestjs/common';
import type { SubsidyMoveKind } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import type { SubsidyEntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type ActionRule, DomainError, newId, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { subsidyAwaitsDue } from '../awaits-due.js';
import { type AccountKey, LedgerWriter } from '../../ledger/ledger-writer.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { RoleHints } from '../../reference/role-hints.js';
import { leftOf } from './subsidy-balance.model.js';
import { ProgrammeAccess } from './programme-access.js';
import { settledState } from './subsidy-life.model.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

/** A movement of a subsidy: a part that is used or restored. */
interface Move {
  /** The source of its entry, if one is posted. */
  readonly id?: string;
  readonly kind: SubsidyMoveKind;
  readonly amountFen: bigint;
  readonly movedBy: string;
  readonly costPoolId?: string;
  readonly restores?: string;
  readonly entryId?: string;
  readonly reason?: string;
}

/** Locks and saves subsidies with their sums, movements and entries. */
@Injectable()
export class SubsidyAccess {
  constructor(
    private readonly subsidies: SubsidyRepository,
    private readonly programmeAccess: ProgrammeAccess,
    private readonly ledgerWriter: LedgerWriter,
    private readonly hints: RoleHints,
  ) {}

  /** Locks the subsidy for an act at one of its sides. @throws DomainError `NOT_FOUND` */
  async lock(
    tx: Transaction,
    id: string,
    { rule, at }: { readonly rule: ActionRule; readonly at: 'giver' | 'receiver' },
  ): Promise<SubsidyRow> {
    const row = await this.subsidies.lock(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const sides = [row.giverUnionId, row.receiverUnionId];
    const unionId = at === 'giver' ? row.giverUnionId : row.receiverUnionId;
    await this.programmeAccess.authoriseAt(tx, rule, { unionId, sides });
    return row;
  }

  /** The subsidy, for a caller of either side. @throws DomainError `NOT_FOUND` */
  async findVisible(tx: Transaction, id: string): Promise<SubsidyRow> {
    const row = await this.subsidies.find(tx, id);
    const paths =
      row === null ? [] : await this.programmeAccess.pathsOf(tx, [row.giverUnionId, row.receiverUnionId]);
    tx.authorise(actions.seeSubsidies, { paths });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  async save(tx: Transaction, before: SubsidyRow, changes: Partial<SubsidyRow>): Promise<SubsidyRow> {
    const changed = { ...before, ...changes, version: before.version + 1 };
    const row = { ...changed, state: settledState(changed.state, leftOf(changed)) };
    await this.subsidies.update(tx, row);
    await awaitsMayChange(tx, subsidyAwaitsDue, row.id);
    tx.audit({ noun: 'subsidy', id: row.id, before: recordOf(before), after: recordOf(row) });
    const hint = { resource: 'subsidy', id: row.id, version: row.version };
    const paths = await this.programmeAccess.pathsOf(tx, [row.giverUnionId, row.receiverUnionId]);
    await this.hints.send(tx, hint, { rule: actions.seeSubsidies, paths });
    return row;
  }

  /** Stores the movement and saves the new sums. */
  async recordMove(
    tx: Transaction,
    row: SubsidyRow,
    recordMove: Move,
    changes: Partial<SubsidyRow> = {},
  ): Promise<SubsidyRow> {
    const { kind, amountFen, movedBy } = recordMove;
    const saved = await this.save(tx, row, { ...changes, ...sumsAfter(row, recordMove) });
    await this.subsidies.insertMove(tx, {
      id: recordMove.id ?? newId(),
      subsidyId: row.id,
      kind,
      amountFen,
      movedBy,
      movedAt: tx.now,
      costPoolId: recordMove.costPoolId ?? null,
      restores: recordMove.restores ?? null,
      entryId: recordMove.entryId ?? null,
      reason: recordMove.reason ?? null,
    });
    return saved;
  }

  /** Posts one entry between giver and receiver: a debt of the giver, or a debt of the receiver. */
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
