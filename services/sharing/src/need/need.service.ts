import { Injectable } from '@nestjs/common';
import {
  type EditNeedRequest,
  type GetNeedRequest,
  type ListNeedsRequest,
  needContract,
  type NeedView,
  type NeedWindow,
  type Page,
  type PostNeedRequest,
  type WantDto,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, fromWire, newId, newPeriod } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { checkCoordinates, keptBy } from '../resource/resource.model.js';
import type { Want } from './match.model.js';
import type { NeedRow, StoredWindow } from './need.entity.js';
import { NeedRepository } from './need.repository.js';
import { needView } from './need.view.js';

@Injectable()
export class NeedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly needs: NeedRepository,
    private readonly references: ReferenceRepository,
  ) {}

  post(request: PostNeedRequest, call: CallContext): Promise<Outcome<NeedView>> {
    return this.transactions.command(call, needContract.post, request, async (tx) => {
      const party = await this.references.party(tx, request.party, '/party');
      const seeker = { ownerKind: request.party.kind, ownerId: request.party.id };
      tx.authorise(actions.keepNeed, keptBy(seeker, party.unionPath));
      const row = newNeed(request, party.unionId, tx);
      checkCoordinates(row);
      await this.needs.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  edit(request: EditNeedRequest, call: CallContext): Promise<Outcome<NeedView>> {
    return this.transactions.command(call, needContract.edit, request, async (tx) => {
      const before = await this.needs.lockById(tx, request.needId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const union = await this.references.union(tx, before.unionId);
      const seeker = { ownerKind: before.partyKind, ownerId: before.partyId };
      tx.authorise(actions.keepNeed, keptBy(seeker, union.path));
      requireVersion(tx, before.version);
      const row = edited(before, request, tx.now);
      await this.needs.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  get(request: GetNeedRequest, call: CallContext): Promise<NeedView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const row = await this.needs.findById(tx, request.needId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return needView(row, await this.references.union(tx, row.unionId));
    });
  }

  list(request: ListNeedsRequest, call: CallContext): Promise<Page<NeedView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const rows = await this.needs.list(tx, request);
      return toPage(await this.views(tx, rows), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  private async views(tx: Transaction, rows: readonly NeedRow[]): Promise<NeedView[]> {
    const unions = await this.needs.unionsOf(tx, rows);
    return rows.map((row) => needView(row, unions.get(row.unionId) ?? null));
  }

  private async changed(tx: Transaction, row: NeedRow, before: NeedRow | null): Promise<NeedView> {
    const union = await this.references.union(tx, row.unionId);
    const after = needView(row, union);
    tx.audit({
      noun: 'need',
      id: row.id,
      before: before && { ...needView(before, union) },
      after: { ...after },
    });
    if (row.state === 'open') await schedule(tx, { kind: 'match-need', key: row.id, at: tx.now });
    return after;
  }
}

function newNeed(request: PostNeedRequest, unionId: string, tx: Transaction): NeedRow {
  const wants = request.wants.map(wantOf);
  return {
    id: newId(),
    version: 1,
    partyKind: request.party.kind,
    partyId: request.party.id,
    unionId,
    title: request.title,
    text: request.text ?? '',
    wants,
    functions: functionsOf(wants),
    windows: windowsOf(request.windows, tx.now),
    district: request.district ?? null,
    latitude: request.latitude ?? null,
    longitude: request.longitude ?? null,
    headcount: request.headcount,
    budgetFen: request.budget ? fromWire(request.budget, '/budget') : null,
    state: 'open',
    postedBy: tx.personId,
    matchesComputedAt: null,
    createdAt: tx.now,
  };
}

function edited(before: NeedRow, request: EditNeedRequest, now: Date): NeedRow {
  const wants = request.wants?.map(wantOf) ?? before.wants;
  return {
    ...before,
    title: request.title ?? before.title,
    text: request.text === undefined ? before.text : (request.text ?? ''),
    wants,
    functions: functionsOf(wants),
    windows: request.windows ? windowsOf(request.windows, now) : before.windows,
    headcount: request.headcount ?? before.headcount,
    state: request.state ?? before.state,
    version: before.version + 1,
  };
}

function wantOf({ function: wanted, business, capacity, skill }: WantDto): Want {
  return { function: wanted, business: business ?? null, capacity: capacity ?? null, skill: skill ?? null };
}

function functionsOf(wants: readonly Want[]): NeedRow['functions'] {
  return [...new Set(wants.map((want) => want.function))];
}

function windowsOf(windows: readonly NeedWindow[], now: Date): StoredWindow[] {
  return windows.map(({ from, to }, place) => {
    const window = newPeriod(new Date(from), new Date(to), `/windows/${place}/to`);
    if (window.end <= now) throw new DomainError('WINDOW_PAST', { pointer: `/windows/${place}/to` });
    return { from: window.start.toISOString(), to: window.end.toISOString() };
  });
}
