import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  type ChangeUnionRequest,
  type CreateUnionRequest,
  type GetUnionRequest,
  type ListUnionsRequest,
  membersShownFrom,
  type NetworkView,
  type PublicUnionView,
  unionContract,
  type UnionView,
} from '@gongxiang/contracts/membership/unions/union.contract';
import { type CallContext, DomainError, pathsUpwards } from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actsFromAbove } from '../pending-change/pending-change-access.js';
import { PendingChangeWriter } from '../pending-change/pending-change-writer.js';
import type { FieldChange } from '../pending-change/pending-change.entity.js';
import { changesOf, decidedAt } from '../pending-change/pending-change.model.js';
import { PendingChangeRepository } from '../pending-change/pending-change.repository.js';
import type { UnionRow } from './union.entity.js';
import { UnionChanger } from './union-changer.js';
import { UnionCreation } from './union-creation.js';
import {
  changedAtOnce,
  changedBy,
  decidedAbove,
  levelOf,
  parkOf,
  placeOf,
  requireOpen,
  waitingFields,
} from './union.model.js';
import { UnionRepository } from './union.repository.js';
import { unionStateOf } from './union-state.js';

@Injectable()
export class UnionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly creation: UnionCreation,
    private readonly changer: UnionChanger,
    private readonly changes: PendingChangeRepository,
    private readonly changeWriter: PendingChangeWriter,
  ) {}

  @Handles(unionContract.create)
  create(request: CreateUnionRequest, call: CallContext): Promise<Outcome<UnionView>> {
    return this.transactions.command(call, unionContract.create, request, async (tx) => {
      return this.viewOf(tx, await this.creation.create(tx, request));
    });
  }

  @Handles(unionContract.rename)
  @Handles(unionContract.change)
  change(request: ChangeUnionRequest, call: CallContext): Promise<Outcome<UnionView>> {
    return this.transactions.command(call, unionContract.change, request, async (tx) => {
      const { union: before, above } = await this.changer.lock(tx, request.unionId);
      tx.authorise(actions.changeUnion, { paths: [before.path], visible: true });
      requireVersion(tx, before.version);
      requireOpen(before);
      const wanted = changedBy(before, request);
      const target = await this.changer.requireMayMove(tx, wanted, before);
      await this.changer.requireFreeName(tx, wanted, before);
      const place = { unionPath: before.path, abovePath: above?.path ?? null };
      const waiting = waitingFields(actsFromAbove(tx.call.actor, place));
      const changes = changesOf(waiting, before, wanted);
      if (changes.length === 0) return this.viewOf(tx, await this.changer.save(tx, wanted, before));
      await this.changer.requireFreeCode(tx, wanted, before);
      await this.propose(tx, before, { changes, ...(await this.decider(tx, place, target)) });
      const atOnce = changedAtOnce(before, wanted, waiting);
      const isAllWaiting =
        request.place === undefined && atOnce.name === before.name && atOnce.tier === before.tier;
      return this.viewOf(tx, isAllWaiting ? before : await this.changer.save(tx, atOnce, before));
    });
  }

  @Handles(unionContract.get)
  get(request: GetUnionRequest, call: CallContext): Promise<UnionView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeUnion, {});
      const row = await this.unions.findById(tx, request.unionId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.viewOf(tx, row);
    });
  }

  /** Public, without sign-in: it names no person, and no member count so small that people could be guessed. */
  @Handles(unionContract.getPublic)
  getPublic(request: GetUnionRequest, call: CallContext): Promise<PublicUnionView> {
    return this.transactions.read(call, async (tx) => {
      const found = await this.unions.findPublic(tx, request.unionId);
      if (found === null) throw new DomainError('NOT_FOUND');
      const { path, members, ...rest } = found;
      return { ...rest, level: levelOf(path), members: shownToAll(members) };
    });
  }

  /** Public, without sign-in. @throws DomainError `NOT_FOUND` before the first union */
  @Handles(unionContract.getNetwork)
  getNetwork(_request: NoRequest, call: CallContext): Promise<NetworkView> {
    return this.transactions.read(call, async (tx) => {
      const network = await this.unions.network(tx);
      if (network === null) throw new DomainError('NOT_FOUND');
      return { ...network, members: shownToAll(network.members) };
    });
  }

  @Handles(unionContract.list)
  list(request: ListUnionsRequest, call: CallContext): Promise<Page<UnionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeUnion, {});
      const rows = await this.unions.list(tx, request);
      return toPage(await this.viewsOf(tx, rows), {
        limit: request.limit,
        cursorOf: (view) => [view.name, view.id],
      });
    });
  }

  /** Publishes one page of states. @returns the last id, or null at the end */
  @Republishes('union')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.unions.after(tx, afterId, limit);
    const sizeClasses = await this.changer.sizeClasses(tx, rows);
    const events = rows.map((row) => ({ about: row.id, data: unionStateOf(row, sizeClasses(row)) }));
    await recordEvents(tx, membershipEvents.unionChanged, events);
    return rows.at(-1)?.id ?? null;
  }

  private async viewOf(tx: Transaction, row: UnionRow): Promise<UnionView> {
    const [view] = await this.viewsOf(tx, [row]);
    return view ?? viewOf(row, { parkId: null, pendingChangeId: null });
  }

  /** Views with parks and waiting changes, loaded with one statement each. */
  private async viewsOf(tx: Transaction, rows: readonly UnionRow[]): Promise<UnionView[]> {
    const places = [...new Set(rows.flatMap(({ path }) => pathsUpwards(path)))];
    const parks = await this.unions.parksAt(tx, places);
    const waiting = await this.changes.waitingOfUnions(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      viewOf(row, {
        parkId: parkOf(row.path, parks)?.id ?? null,
        pendingChangeId: waiting.get(row.id) ?? null,
      }),
    );
  }

  /** Above the union itself; where it is to move, above both places. */
  private async decider(
    tx: Transaction,
    place: { readonly unionPath: string; readonly abovePath: string | null },
    target: UnionRow | null,
  ): Promise<{ readonly decidedAt: string; readonly deciderUnionId: string | null }> {
    if (target === null) return { decidedAt: decidedAt(place), deciderUnionId: null };
    const path = decidedAbove(place.unionPath, target.path);
    const decider = await this.unions.findByPath(tx, path);
    return { decidedAt: path, deciderUnionId: decider?.id ?? null };
  }

  /** Proposes changes to the union above. @throws DomainError `PENDING_CHANGE_THERE` */
  private async propose(
    tx: Transaction,
    { id: unionId }: UnionRow,
    proposed: {
      readonly changes: readonly FieldChange[];
      readonly decidedAt: string;
      readonly deciderUnionId: string | null;
    },
  ): Promise<void> {
    const waiting = await this.changes.waitingOfUnions(tx, [unionId]);
    if (waiting.size > 0) throw new DomainError('PENDING_CHANGE_THERE');
    await this.changeWriter.propose(tx, { kind: 'union', unionId, ...proposed });
  }
}

function viewOf(row: UnionRow, beside: Pick<UnionView, 'parkId' | 'pendingChangeId'>): UnionView {
  const { id, version, parentId, path, name, uscc, usccCheck, enterpriseId, active, tier } = row;
  const { closedAt, closingGround, successorUnionId } = row;
  return {
    id,
    version,
    parentId,
    path,
    name,
    uscc,
    usccCheck,
    enterpriseId,
    tier,
    place: placeOf(row),
    active,
    closedAt: closedAt?.toISOString() ?? null,
    closingGround,
    successorUnionId,
    ...beside,
  };
}

/** @returns null for so few that people could be guessed */
function shownToAll(members: number): number | null {
  return members < membersShownFrom ? null : members;
}
