import { Injectable } from '@nestjs/common';
import {
  type InterestChoiceRequest,
  type InterestNotedView,
  interestParticipantsMax,
  mutualInterestContract,
  type MutualInterestRequest,
  type MutualInterestView,
  type TakePartInInterestRequest,
} from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { InterestChoices } from './interest-choices.js';
import { type Circle, InterestCircle, type Other } from './interest-circle.js';
import { InterestConsent } from './interest-consent.js';
import { InterestMatches } from './interest-matches.js';
import { choicesEndAt, choicesMax, requireChoiceLeft, requireStep } from './mutual-interest.model.js';

/**
 * After a matchmaking activity people say in secret whom they would like to meet again; a mutual choice is disclosed
 * to both. Nothing here is written to the audit trail or to an event, which others may read.
 */
@Injectable()
export class MutualInterestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly circles: InterestCircle,
    private readonly choices: InterestChoices,
    private readonly matches: InterestMatches,
    private readonly consent: InterestConsent,
  ) {}

  @Handles(mutualInterestContract.get)
  get(request: MutualInterestRequest, call: CallContext): Promise<MutualInterestView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.takePartInInterest, {});
      const activity = held(await this.activities.findById(tx, request.activityId));
      const circle = await this.circles.around(tx, activity);
      return {
        activityId: activity.id,
        step: circle.step,
        endsAt: choicesEndAt(activity).toISOString(),
        wasThere: circle.wasThere,
        me: circle.me && circle.me.profile,
        participants: circle.others.map(participantOf).sort(byTag),
        consentAsked: await this.consent.asked(tx),
        choicesMax,
        choicesLeft: Math.max(0, choicesMax - chosenBy(circle)),
        matches: await this.matches.of(tx, activity.id, tx.personId),
      };
    });
  }

  /** Also changes what the others see of oneself; existing matches keep the profile of their time. */
  @Handles(mutualInterestContract.takePart)
  takePart(request: TakePartInInterestRequest, call: CallContext): Promise<Outcome<InterestNotedView>> {
    return this.command(call, mutualInterestContract.takePart, request, async (tx, activity, circle) => {
      requireStep(circle.step, circle.wasThere);
      if (circle.me === null && circle.size >= interestParticipantsMax)
        throw new DomainError('INTEREST_FULL');
      const { tag, introduction, contact, consentVersion } = request;
      await this.consent.require(tx, consentVersion ?? null);
      await this.choices.takePart(tx, activity, { tag, introduction: introduction ?? null, contact });
      return circle.me === null;
    });
  }

  /** First withdraws the person's choices, as if they did it themselves; if it fails halfway they repeat it. */
  @Handles(mutualInterestContract.leave)
  async leave(request: MutualInterestRequest, call: CallContext): Promise<Outcome<InterestNotedView>> {
    await this.untraced(call, request, async (tx, activity, circle) => {
      await this.choices.forgetAll(tx, activity, circle);
      return false;
    });
    return this.command(call, mutualInterestContract.leave, request, async (tx, activity, circle) => {
      await this.choices.leave(tx, activity);
      return circle.me !== null;
    });
  }

  /** @throws DomainError `INTEREST_CHOICES_USED`; `NOT_FOUND` if the caller knows nobody by this id */
  @Handles(mutualInterestContract.choose)
  choose(request: InterestChoiceRequest, call: CallContext): Promise<Outcome<InterestNotedView>> {
    return this.untraced(call, request, async (tx, activity, circle) => {
      requireStep(circle.step, circle.wasThere);
      if (circle.me === null) throw new DomainError('INTEREST_JOIN_FIRST');
      const other = circle.others.find(({ id }) => id === request.participantId.toLowerCase());
      if (other === undefined) throw new DomainError('NOT_FOUND');
      if (other.chosen) return false;
      requireChoiceLeft(chosenBy(circle));
      await this.choices.choose(tx, activity, circle.me, other);
      return true;
    });
  }

  /** As if it had never been said; a match is removed from both. */
  @Handles(mutualInterestContract.withdraw)
  withdraw(request: InterestChoiceRequest, call: CallContext): Promise<Outcome<InterestNotedView>> {
    return this.untraced(call, request, (tx, activity, circle) =>
      this.choices.withdraw(tx, activity, circle, request.participantId.toLowerCase()),
    );
  }

  private command(
    call: CallContext,
    contract: { readonly subject: string },
    request: MutualInterestRequest,
    work: Work,
  ): Promise<Outcome<InterestNotedView>> {
    return this.transactions.command(call, contract, request, (tx) => this.noted(tx, request, work));
  }

  /** For choices: no row of the same transaction may disclose their author. */
  private untraced(
    call: CallContext,
    request: MutualInterestRequest,
    work: Work,
  ): Promise<Outcome<InterestNotedView>> {
    return this.transactions.untraced(call, (tx) => this.noted(tx, request, work));
  }

  private async noted(
    tx: Transaction,
    request: MutualInterestRequest,
    work: Work,
  ): Promise<InterestNotedView | ExistingResult<InterestNotedView>> {
    tx.authorise(actions.takePartInInterest, {});
    const activity = held(await this.activities.lockById(tx, request.activityId));
    const isNew = await work(tx, activity, await this.circles.around(tx, activity));
    const view = { activityId: activity.id };
    return isNew ? view : new ExistingResult(view);
  }
}

/** @returns whether anything changed */
type Work = (tx: Transaction, activity: ActivityRow, circle: Circle) => Promise<boolean>;

/** A draft is invisible here. @throws DomainError `NOT_FOUND` */
function held(activity: ActivityRow | null): ActivityRow {
  if (activity === null || activity.publishedAt === null) throw new DomainError('NOT_FOUND');
  return activity;
}

function chosenBy({ others }: Circle): number {
  return others.filter(({ chosen }) => chosen).length;
}

function participantOf({ id, profile, chosen }: Other): MutualInterestView['participants'][number] {
  return { id, tag: profile.tag, introduction: profile.introduction, chosen };
}

/** Ids differ per viewer, and so does the order of equal tags. */
function byTag(left: { tag: string; id: string }, right: { tag: string; id: string }): number {
  return `${left.tag} ${left.id}` < `${right.tag} ${right.id}` ? -1 : 1;
}
