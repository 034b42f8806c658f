import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  coHostContract,
  type CoHostInvitationIdRequest,
  type CoHostView,
  type CounterCoHostInvitationRequest,
  type DeclineCoHostInvitationRequest,
  type InviteCoHostRequest,
  type ListCoHostInvitationsRequest,
  type ListCoHostsRequest,
  type WithdrawCoHostInvitationRequest,
} from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { type CallContext, DomainError, newId, reachOf, sameParty } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  ExistingResult,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { requireDraft, requireEditable } from '../activity/activity.model.js';
import type { KnownParty } from '../../reference/reference.repository.js';
import { CoHostAccess } from './co-host-access.js';
import { CoHostChanges } from './co-host-changes.js';
import type { CoHostRow } from './co-host.entity.js';
import { coHostsMax, isLive } from './co-host.model.js';
import { CoHostRepository } from './co-host.repository.js';
import { coHostViewOf } from './co-host.view.js';

@Injectable()
export class CoHostService {
  constructor(
    private readonly transactions: Transactions,
    private readonly coHosts: CoHostRepository,
    private readonly changes: CoHostChanges,
    private readonly access: CoHostAccess,
  ) {}

  @Handles(coHostContract.invite)
  invite(request: InviteCoHostRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.invite, request, async (tx) => {
      const activity = await this.changes.lockActivity(tx, request.activityId);
      await this.access.invite(tx, activity);
      requireDraft(activity.state);
      const { party } = request;
      if (sameParty(party, { kind: activity.organiserKind, id: activity.organiserId })) {
        throw new DomainError('CO_HOST_IS_ORGANISER', { pointer: '/party' });
      }
      const all = await this.coHosts.ofActivity(tx, activity.id);
      const asked = all.find(
        (row) => isLive(row) && sameParty(party, { kind: row.partyKind, id: row.partyId }),
      );
      // The organiser accepts other terms by inviting the party again: the new invitation replaces the old.
      if (asked?.state === 'countered')
        await this.changes.settle(tx, { row: asked, activity }, { state: 'withdrawn' });
      else if (asked) return new ExistingResult(coHostViewOf({ row: asked, activity }));
      if (all.filter(isLive).length >= coHostsMax)
        throw new DomainError('CO_HOSTS_TOO_MANY', { params: { max: coHostsMax } });
      const known = await this.access.knownParty(tx, party);
      const row = newInvitation(tx, { request, known, position: all.length + 1 });
      const others = all.filter(({ id }) => id !== asked?.id);
      return coHostViewOf(await this.changes.add(tx, { row, activity }, others));
    });
  }

  @Handles(coHostContract.accept)
  accept(request: CoHostInvitationIdRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.accept, request, async (tx) => {
      const invitation = await this.access.lockForAnswer(tx, request.invitationId);
      requireVersion(tx, invitation.row.version);
      if (invitation.row.state === 'accepted') return new ExistingResult(coHostViewOf(invitation));
      requireDraft(invitation.activity.state);
      await this.access.requireOpenParty(tx, invitation.row);
      return coHostViewOf(await this.changes.settle(tx, invitation, { state: 'accepted' }));
    });
  }

  @Handles(coHostContract.decline)
  decline(request: DeclineCoHostInvitationRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.decline, request, async (tx) => {
      const invitation = await this.access.lockForAnswer(tx, request.invitationId);
      requireVersion(tx, invitation.row.version);
      const answer = { state: 'declined', reason: request.reason } as const;
      return coHostViewOf(await this.changes.settle(tx, invitation, answer));
    });
  }

  /**
   * The party would host on other terms. The organiser invites it again on such terms, or withdraws the invitation.
   */
  @Handles(coHostContract.counter)
  counter(request: CounterCoHostInvitationRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.counter, request, async (tx) => {
      const invitation = await this.access.lockForAnswer(tx, request.invitationId);
      requireVersion(tx, invitation.row.version);
      requireDraft(invitation.activity.state);
      const answer = { state: 'countered', counterNote: request.note } as const;
      return coHostViewOf(await this.changes.settle(tx, invitation, answer));
    });
  }

  /** The organiser withdraws an invitation, or removes a co-host as long as no agreement binds them. */
  @Handles(coHostContract.withdraw)
  withdraw(request: WithdrawCoHostInvitationRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.withdraw, request, async (tx) => {
      const invitation = await this.access.lockToWithdraw(tx, request.invitationId);
      const { row, activity } = invitation;
      requireVersion(tx, row.version);
      const isBound = activity.agreementId !== null || activity.publishedAt !== null;
      if (row.state === 'accepted' && isBound) throw new DomainError('CO_HOST_BOUND');
      requireEditable(activity.state);
      const answer = { state: 'withdrawn', reason: request.reason ?? null } as const;
      return coHostViewOf(await this.changes.settle(tx, invitation, answer));
    });
  }

  /** One invitation, for its party and all hosts. */
  @Handles(coHostContract.get)
  get({ invitationId }: CoHostInvitationIdRequest, call: CallContext): Promise<CoHostView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const row = await this.coHosts.findById(tx, invitationId);
      const activity = row && (await this.coHosts.activitiesOf(tx, [row])).get(row.activityId);
      if (row === null || !activity) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, { row, activity });
      return coHostViewOf({ row, activity });
    });
  }

  @Handles(coHostContract.list)
  list(request: ListCoHostsRequest, call: CallContext): Promise<Page<CoHostView>> {
    return this.transactions.read(call, async (tx) => {
      const [activity] = (await this.coHosts.activitiesOf(tx, [{ activityId: request.activityId }])).values();
      tx.authorise(actions.seeActivity, {});
      if (activity === undefined) throw new DomainError('NOT_FOUND');
      await this.access.seeAll(tx, activity);
      const rows = await this.coHosts.list(tx, request);
      return toPage(
        rows.map((row) => coHostViewOf({ row, activity })),
        { limit: request.limit, cursorOf: (view) => [view.position] },
      );
    });
  }

  /** The invitations to parties the caller represents. */
  @Handles(coHostContract.listInvitations)
  listInvitations(request: ListCoHostInvitationsRequest, call: CallContext): Promise<Page<CoHostView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const rule = request.waitingForMe ? actions.answerInvitation : actions.seeInvitation;
      const invited = { personId: tx.personId, rolePaths: reachOf(tx.call.actor, rule) };
      const rows = await this.coHosts.listFor(tx, request, invited);
      const activities = await this.coHosts.activitiesOf(tx, rows);
      const views = rows.flatMap((row) => {
        const activity = activities.get(row.activityId);
        return activity === undefined ? [] : [coHostViewOf({ row, activity })];
      });
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }
}

function newInvitation(
  tx: Transaction,
  of: { request: InviteCoHostRequest; known: KnownParty; position: number },
): CoHostRow {
  return {
    activityId: of.request.activityId,
    id: newId(),
    version: 1,
    position: of.position,
    partyKind: of.known.party.kind,
    partyId: of.known.party.id,
    partyName: of.known.name,
    unionId: of.known.unionId,
    state: 'invited',
    message: of.request.message ?? null,
    invitedBy: tx.personId,
    invitedAt: tx.now,
    answeredBy: null,
    answeredAt: null,
    reason: null,
    counterNote: null,
  };
}
