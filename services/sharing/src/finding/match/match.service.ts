import { Injectable } from '@nestjs/common';
import {
  matchContract,
  type MatchIdRequest,
  type MatchView,
} from '@gongxiang/contracts/sharing/finding/match.contract';
import { type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import { MatchAccess, type MatchSides } from './match-access.js';
import { type MatchStep, nextMatchState } from './match.model.js';
import { MatchOutcomes, type CreatedOutcome } from './match-outcomes.js';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import { MatchEvents } from './match-events.js';
import type { MatchRow } from '../../lending/need/need.entity.js';
import { matchView } from './match.view.js';

/**
 * The owner proposes an offer, the seeker accepts or declines; the outcome of an accepted one is created at once.
 */
@Injectable()
export class MatchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: MatchAccess,
    private readonly outcomes: MatchOutcomes,
    private readonly events: MatchEvents,
    private readonly push: Push,
  ) {}

  @Handles(matchContract.propose)
  propose(request: MatchIdRequest, call: CallContext): Promise<Outcome<MatchView>> {
    return this.transactions.command(call, matchContract.propose, request, async (tx) => {
      const sides = await this.access.lock(tx, request.matchId);
      tx.authorise(actions.proposeMatch, sides.owner);
      requireVersion(tx, sides.match.version);
      if (sides.need.state !== 'open') throw new DomainError('NEED_CLOSED');
      const proposal = { proposedAt: tx.now, proposedBy: tx.personId };
      return this.step(tx, sides, 'propose', proposal);
    });
  }

  /** Repeating an acceptance returns the original outcome. */
  @Handles(matchContract.accept)
  accept(request: MatchIdRequest, call: CallContext): Promise<Outcome<MatchView>> {
    return this.transactions.command(call, matchContract.accept, request, async (tx) => {
      const sides = await this.access.lock(tx, request.matchId);
      tx.authorise(actions.manageNeed, sides.seeker);
      const { match, need } = sides;
      requireVersion(tx, match.version);
      if (match.state === 'accepted')
        return new ExistingResult(matchView(await this.access.titled(tx, match.id), tx.call.locale));
      if (need.state !== 'open' && need.state !== 'answered') throw new DomainError('NEED_CLOSED');
      const isOpen = match.offerKind === 'brand' || (match.offerKind === 'activity' && !sides.isDraft);
      nextMatchState(match.state, 'accept', isOpen);
      const created = await this.outcomes.create(tx, sides);
      const { outcome, plan } = created;
      // A sign-up leaves nothing for its hosts to agree on.
      const activityId = plan === null ? null : outcome.activityId;
      const view = await this.step(tx, { ...sides, isOpen }, 'accept', { outcome, plan, activityId });
      await this.answer(tx, sides, created);
      return view;
    });
  }

  @Handles(matchContract.decline)
  decline(request: MatchIdRequest, call: CallContext): Promise<Outcome<MatchView>> {
    return this.transactions.command(call, matchContract.decline, request, async (tx) => {
      const sides = await this.access.lock(tx, request.matchId);
      const { owner, seeker, need } = sides;
      const isOwner = tx.call.actor !== null && mayDo(tx.call.actor, actions.proposeMatch, owner);
      tx.authorise(isOwner ? actions.proposeMatch : actions.manageNeed, isOwner ? owner : seeker);
      requireVersion(tx, sides.match.version);
      if (need.state !== 'open' && need.state !== 'answered') throw new DomainError('NEED_CLOSED');
      return this.step(tx, sides, 'decline', {});
    });
  }

  private async step(
    tx: Transaction,
    { match, need, isOpen = false }: MatchSides & { readonly isOpen?: boolean },
    step: MatchStep,
    changes: Partial<MatchRow>,
  ): Promise<MatchView> {
    const state = nextMatchState(match.state, step, isOpen);
    const row = { ...match, ...changes, state, version: match.version + 1 };
    const titled: TitledMatch = await this.access.save(tx, row);
    tx.audit({
      noun: 'match',
      id: row.id,
      before: { state: match.state },
      after: { state, outcome: row.outcome },
    });
    this.push.hint(tx, [need.postedBy], { resource: 'match', id: row.id, version: row.version });
    await this.events.publish(tx, need, { match: titled, step, before: match.state });
    return matchView(titled, tx.call.locale);
  }

  /** A need is answered when each of its wants is, or all of it at once. */
  private async answer(tx: Transaction, { need }: MatchSides, { isWhole }: CreatedOutcome): Promise<void> {
    if (need.state !== 'open') return;
    const answered = isWhole ? need.wants.length : (await this.access.answeredWants(tx, need.id)).length;
    if (answered >= need.wants.length) await this.events.answered(tx, need);
  }
}
