import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListMatchesAwaitingRequest,
  type ListMatchesRequest,
  matchContract,
  type MatchIdRequest,
  type MatchView,
} from '@gongxiang/contracts/sharing/finding/match.contract';
import { type CallContext, DomainError, mayDo, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import { MatchAccess } from './match-access.js';
import { MatchStore } from './match-store.js';
import { matchView } from './match.view.js';

/** Reads matches. */
@Injectable()
export class MatchReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: MatchStore,
    private readonly access: MatchAccess,
  ) {}

  @Handles(matchContract.get)
  get(request: MatchIdRequest, call: CallContext): Promise<MatchView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      return matchView(await this.access.see(tx, request.matchId), call.locale);
    });
  }

  /** The seeker reads all matches of a need, an owner those of their own offers. */
  @Handles(matchContract.list)
  list(request: ListMatchesRequest, call: CallContext): Promise<Page<MatchView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const need = await this.store.need(tx, request.needId);
      if (need === null) throw new DomainError('NOT_FOUND');
      const seeker = await this.access.seekerOf(tx, need);
      const isSeeker = call.actor !== null && mayDo(call.actor, actions.manageNeed, seeker);
      const rows = await this.store.list(tx, {
        ...request,
        personId: tx.personId,
        ownedWithin: isSeeker ? null : reachOf(call.actor, actions.proposeMatch),
      });
      const views = rows.map((row) => matchView(row, call.locale));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.score, view.id] });
    });
  }

  /** Offers proposed to the needs that the caller manages. */
  @Handles(matchContract.listAwaiting)
  listAwaiting(request: ListMatchesAwaitingRequest, call: CallContext): Promise<Page<MatchView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const seeker = { personId: tx.personId, within: reachOf(call.actor, actions.manageNeed) };
      const rows = await this.store.listAwaiting(tx, seeker, request);
      const cursorOf = (row: { proposedAt: Date | null; id: string }): (string | null)[] => [
        row.proposedAt?.toISOString() ?? null,
        row.id,
      ];
      const page = toPage(rows, { limit: request.limit, cursorOf });
      return { ...page, items: page.items.map((row) => matchView(row, call.locale)) };
    });
  }
}
