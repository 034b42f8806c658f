import { Injectable } from '@nestjs/common';
import {
  type ListMatchesAwaitingRequest,
  type ListMatchesRequest,
  matchContract,
  type MatchRequest,
  type MatchView,
  type Page,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, mayDo, reachOf, type Subject } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { keptBy } from '../resource/resource.model.js';
import { type MatchStep, nextMatchState } from './match.model.js';
import type { MatchRow, NeedRow } from './need.entity.js';
import { matchView } from './need.view.js';
import { MatchStore } from './match-store.js';

interface MatchSides {
  readonly match: MatchRow;
  readonly need: NeedRow;
  readonly resourceTitle: string;
  readonly ownerUnionName: string;
  readonly owner: Subject;
  readonly seeker: Subject;
}

/** The owner proposes an offer, the seeker accepts or declines; the loan that follows is asked for like any other. */
@Injectable()
export class MatchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: MatchStore,
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  /** The seeker reads all of a need's matches, an owner those of what he offers. */
  list(request: ListMatchesRequest, call: CallContext): Promise<Page<MatchView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const need = await this.store.need(tx, request.needId);
      if (need === null) throw new DomainError('NOT_FOUND');
      const seeker = await this.seekerOf(tx, need);
      const isSeeker = call.actor !== null && mayDo(call.actor, actions.keepNeed, seeker);
      const rows = await this.store.list(tx, {
        ...request,
        personId: tx.personId,
        ownedWithin: isSeeker ? null : reachOf(call.actor, actions.proposeMatch),
      });
      const views = rows.map((row) => matchView(row, call.locale));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.score, view.id] });
    });
  }

  /** What was proposed to the needs that the caller keeps. */
  listAwaiting(request: ListMatchesAwaitingRequest, call: CallContext): Promise<Page<MatchView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeNeed, {});
      const seeker = { personId: tx.personId, within: reachOf(call.actor, actions.keepNeed) };
      const rows = await this.store.listAwaiting(tx, seeker, request);
      const cursorOf = (row: { proposedAt: Date | null; id: string }): (string | null)[] => [
        row.proposedAt?.toISOString() ?? null,
        row.id,
      ];
      const page = toPage(rows, { limit: request.limit, cursorOf });
      return { ...page, items: page.items.map((row) => matchView(row, call.locale)) };
    });
  }

  propose(request: MatchRequest, call: CallContext): Promise<Outcome<MatchView>> {
    return this.step(request, call, 'propose', (tx, sides) =>
      tx.authorise(actions.proposeMatch, sides.owner),
    );
  }

  accept(request: MatchRequest, call: CallContext): Promise<Outcome<MatchView>> {
    return this.step(request, call, 'accept', (tx, sides) => tx.authorise(actions.keepNeed, sides.seeker));
  }

  decline(request: MatchRequest, call: CallContext): Promise<Outcome<MatchView>> {
    return this.step(request, call, 'decline', (tx, { owner, seeker }) => {
      const isOwner = tx.call.actor !== null && mayDo(tx.call.actor, actions.proposeMatch, owner);
      tx.authorise(isOwner ? actions.proposeMatch : actions.keepNeed, isOwner ? owner : seeker);
    });
  }

  private step(
    request: MatchRequest,
    call: CallContext,
    step: MatchStep,
    authorise: (tx: Transaction, sides: MatchSides) => void,
  ): Promise<Outcome<MatchView>> {
    return this.transactions.command(call, matchContract[step], request, async (tx) => {
      const sides = await this.lock(tx, request.matchId);
      authorise(tx, sides);
      const { match, need, resourceTitle, ownerUnionName } = sides;
      if (need.state === 'closed') throw new DomainError('NEED_CLOSED');
      const proposedAt = step === 'propose' ? tx.now : match.proposedAt;
      const state = nextMatchState(match.state, step);
      const row = { ...match, state, proposedAt, version: match.version + 1 };
      await this.store.update(tx, row);
      tx.audit({ noun: 'match', id: row.id, before: { state: match.state }, after: { state: row.state } });
      this.push.hint(tx, [need.postedBy], { resource: 'match', id: row.id, version: row.version });
      return matchView({ ...row, needTitle: need.title, resourceTitle, ownerUnionName }, call.locale);
    });
  }

  /** The need before the match, as the matching itself locks them. */
  private async lock(tx: Transaction, matchId: string): Promise<MatchSides> {
    const { match, need, resource } = await this.store.lock(tx, matchId);
    const ownerUnion = await this.references.union(tx, match.ownerUnionId);
    const owner = keptBy(resource, ownerUnion.path);
    const seeker = await this.seekerOf(tx, need);
    const { actor } = tx.call;
    const visible =
      actor !== null && (mayDo(actor, actions.proposeMatch, owner) || mayDo(actor, actions.keepNeed, seeker));
    return {
      match,
      need,
      resourceTitle: resource.title,
      ownerUnionName: ownerUnion.name,
      owner: { ...owner, visible },
      seeker: { ...seeker, visible },
    };
  }

  private async seekerOf(tx: Transaction, need: NeedRow): Promise<Subject> {
    const union = await this.references.union(tx, need.unionId);
    return keptBy({ ownerKind: need.partyKind, ownerId: need.partyId }, union.path);
  }
}
