import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type EditNeedRequest,
  type GetNeedRequest,
  type ListNeedsRequest,
  needContract,
  type NeedView,
  type PostNeedRequest,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { OnDue } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { checkCoordinates, managedBy } from '../resource/resource.model.js';
import type { NeedRow } from './need.entity.js';
import { needDue } from './need.due.js';
import { MatchRepository } from './match.repository.js';
import { NeedChanges } from './need-changes.js';
import { editedNeed, newNeed } from './need.model.js';
import { type ListedNeed, NeedRepository } from './need.repository.js';
import { needView } from './need.view.js';

@Injectable()
export class NeedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly needs: NeedRepository,
    private readonly changes: NeedChanges,
    private readonly matches: MatchRepository,
    private readonly references: ReferenceRepository,
    private readonly notices: NoticeWriter,
  ) {}

  @Handles(needContract.post)
  post(request: PostNeedRequest, call: CallContext): Promise<Outcome<NeedView>> {
    return this.transactions.command(call, needContract.post, request, async (tx) => {
      const party = await this.references.party(tx, request.party, '/party');
      const seeker = { ownerKind: request.party.kind, ownerId: request.party.id };
      await authoriseMatter(tx, actions.manageNeed, managedBy(seeker, party.unionPath));
      requireOpen(party, '/party');
      const row = newNeed(request, { unionId: party.unionId, postedBy: tx.personId, now: tx.now });
      checkCoordinates(row);
      const view = await this.changes.add(tx, row);
      if (row.partyKind === 'person') await this.tellUnion(tx, row);
      return view;
    });
  }

  @Handles(needContract.edit)
  edit(request: EditNeedRequest, call: CallContext): Promise<Outcome<NeedView>> {
    return this.transactions.command(call, needContract.edit, request, async (tx) => {
      const before = await this.needs.lockById(tx, request.needId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const union = await this.references.union(tx, before.unionId);
      const seeker = { ownerKind: before.partyKind, ownerId: before.partyId };
      await authoriseMatter(tx, actions.manageNeed, managedBy(seeker, union.path));
      requireVersion(tx, before.version);
      const row = editedNeed(before, request, tx.now);
      checkCoordinates(row);
      return this.changes.save(tx, before, row);
    });
  }

  @Handles(needContract.get)
  get(request: GetNeedRequest, call: CallContext): Promise<NeedView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const row = await this.needs.findById(tx, request.needId);
      if (row === null) throw new DomainError('NOT_FOUND');
      const [view] = await this.views(tx, [{ row, bestScore: null }]);
      if (view === undefined) throw new DomainError('NOT_FOUND');
      return view;
    });
  }

  @Handles(needContract.list)
  list(request: ListNeedsRequest, call: CallContext): Promise<Page<NeedView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const owner = { personId: tx.personId, within: reachOf(call.actor, actions.proposeMatch) };
      const found = request.forMe
        ? await this.needs.listFor(tx, request, owner)
        : await this.needs.list(tx, request);
      return toPage(await this.views(tx, found), {
        limit: request.limit,
        cursorOf: ({ id, bestScore }) => (request.forMe ? [bestScore, id] : [id]),
      });
    });
  }

  /** An expired need is no longer matched; with another time it can be reopened. */
  @OnDue(needDue.expiry)
  async expire(tx: Transaction, needId: string): Promise<void> {
    const before = await this.needs.lockById(tx, needId);
    // It was moved meanwhile: its later expiry is scheduled as well.
    if (before?.state !== 'open' || before.expiresAt > tx.now) return;
    await this.changes.save(tx, before, { ...before, state: 'expired', version: before.version + 1 });
  }

  /** A member cannot borrow: whoever borrows for the union hears that they need something. What, is for them to say. */
  private async tellUnion(tx: Transaction, need: NeedRow): Promise<void> {
    const officers = await this.references.nearestHoldersOf(tx, actions.requestLoan, need.unionId);
    await this.notices.write(tx, [
      {
        kind: 'memberNeedPosted',
        why: 'proposersUnion',
        personIds: officers.filter((id) => id !== need.postedBy),
        cause: `need/${need.id}/posted`,
        about: { needId: need.id },
        values: { wanted: need.wants[0]?.function, headcount: need.headcount?.toString() },
      },
    ]);
  }

  private async views(tx: Transaction, found: readonly ListedNeed[]): Promise<NeedView[]> {
    const rows = found.map(({ row }) => row);
    const unions = await this.needs.unionsOf(tx, rows);
    const offers = await this.matches.countOffers(
      tx,
      rows.map(({ id }) => id),
    );
    return found.map(({ row, bestScore }) => ({
      ...needView(row, unions.get(row.unionId) ?? null, offers.get(row.id) ?? 0),
      bestScore,
    }));
  }
}
