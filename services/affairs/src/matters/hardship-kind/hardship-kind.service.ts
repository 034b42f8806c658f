import { Injectable } from '@nestjs/common';
import {
  type ChangeHardshipKind,
  hardshipKindContract,
  type HardshipKindDto,
  type HardshipKindId,
  hardshipKindsMax,
  type HardshipKindsRequest,
  type HardshipKindsView,
  type HardshipKindView,
} from '@gongxiang/contracts/affairs/matters/hardship-kind.contract';
import {
  type CallContext,
  DomainError,
  fromWire,
  mayDo,
  newId,
  rootPath,
  shanghaiDate,
  toWire,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { HardshipKindRow } from './hardship-kind.entity.js';
import { isValidOn, requireChangeable, requireFits, requireUnused } from './hardship-kind.model.js';
import { HardshipKindRepository } from './hardship-kind.repository.js';

/** The table of kinds of hardship, which the federation has for all unions below it. */
@Injectable()
export class HardshipKindService {
  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: HardshipKindRepository,
  ) {}

  @Handles(hardshipKindContract.list)
  list({ on }: HardshipKindsRequest, call: CallContext): Promise<HardshipKindsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeHardshipKinds, {});
      return viewOf(tx, await this.kinds.all(tx), on);
    });
  }

  @Handles(hardshipKindContract.create)
  create(request: HardshipKindDto, call: CallContext): Promise<Outcome<HardshipKindView>> {
    return this.transactions.command(call, hardshipKindContract.create, request, async (tx) => {
      const kinds = await this.lockAll(tx);
      if (kinds.length >= hardshipKindsMax)
        throw new DomainError('HARDSHIP_KINDS_MAX', { params: { max: hardshipKindsMax } });
      const row = { id: newId(), version: 1, ...columnsOf(request), used: false };
      requireFits(row, kinds);
      await this.kinds.save(tx, row);
      return saved(tx, row, null);
    });
  }

  @Handles(hardshipKindContract.change)
  change(request: ChangeHardshipKind, call: CallContext): Promise<Outcome<HardshipKindView>> {
    return this.transactions.command(call, hardshipKindContract.change, request, async (tx) => {
      const kinds = await this.lockAll(tx);
      const before = found(tx, kinds, request.kindId);
      const row = { ...before, version: before.version + 1, ...columnsOf(request) };
      requireChangeable(before, row, shanghaiDate(tx.now));
      requireFits(
        row,
        kinds.filter(({ id }) => id !== row.id),
      );
      await this.kinds.save(tx, row);
      return saved(tx, row, before);
    });
  }

  @Handles(hardshipKindContract.remove)
  remove(request: HardshipKindId, call: CallContext): Promise<Outcome<HardshipKindsView>> {
    return this.transactions.command(call, hardshipKindContract.remove, request, async (tx) => {
      const kinds = await this.lockAll(tx);
      const before = found(tx, kinds, request.kindId);
      requireUnused(before);
      await this.kinds.remove(tx, before);
      tx.audit({ noun: 'hardship-kind', id: before.id, before: auditedOf(before), after: null });
      return viewOf(
        tx,
        kinds.filter(({ id }) => id !== before.id),
      );
    });
  }

  private lockAll(tx: Transaction): Promise<HardshipKindRow[]> {
    tx.authorise(actions.manageHardshipKinds, { paths: [rootPath], visible: true });
    return this.kinds.lockAll(tx);
  }
}

/** @throws DomainError `NOT_FOUND`, `VERSION_STALE` */
function found(tx: Transaction, kinds: readonly HardshipKindRow[], kindId: string): HardshipKindRow {
  const row = kinds.find(({ id }) => id === kindId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  requireVersion(tx, row.version);
  return row;
}

function saved(tx: Transaction, row: HardshipKindRow, before: HardshipKindRow | null): HardshipKindView {
  tx.audit({
    noun: 'hardship-kind',
    id: row.id,
    before: before && auditedOf(before),
    after: auditedOf(row),
  });
  return kindView(row);
}

type Columns = Pick<HardshipKindRow, 'label' | 'incomeMaxFen' | 'source' | 'validFrom' | 'validUntil'>;

function columnsOf({ label, incomeMax, source, validFrom, validUntil }: HardshipKindDto): Columns {
  const incomeMaxFen = incomeMax ? fromWire(incomeMax, '/incomeMax') : null;
  if (incomeMaxFen !== null && incomeMaxFen < 0n)
    throw new DomainError('AMOUNT_NEGATIVE', { pointer: '/incomeMax' });
  return { label, incomeMaxFen, source, validFrom, validUntil: validUntil ?? null };
}

function viewOf(tx: Transaction, kinds: readonly HardshipKindRow[], on?: string): HardshipKindsView {
  const { actor } = tx.call;
  const shown = on === undefined ? kinds : kinds.filter((kind) => isValidOn(kind, on));
  return {
    items: shown.map(kindView),
    mayManage: actor !== null && mayDo(actor, actions.manageHardshipKinds, { paths: [rootPath] }),
  };
}

function kindView(row: HardshipKindRow): HardshipKindView {
  const { id, version, label, incomeMaxFen, source, validFrom, validUntil, used } = row;
  const incomeMax = incomeMaxFen === null ? null : toWire(incomeMaxFen);
  return { id, version, label, incomeMax, source, validFrom, validUntil, used };
}

function auditedOf(row: HardshipKindRow): Record<string, unknown> {
  return { ...kindView(row) };
}
