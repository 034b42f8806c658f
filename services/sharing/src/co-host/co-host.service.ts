import { Injectable } from '@nestjs/common';
import {
  coHostContract,
  type CoHostInvitationIdRequest,
  type CoHostView,
  type DeclineCoHostInvitationRequest,
  type InviteCoHostRequest,
  type ListCoHostInvitationsRequest,
  type ListCoHostsRequest,
  type Page,
} from '@gongxiang/contracts';
import {
  type CallContext,
  DomainError,
  mayDo,
  newId,
  reachOf,
  sameParty,
  type Subject,
} from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity.access.js';
import { requireDraft, requireEditable } from '../activity/activity.model.js';
import { type KnownParty, ReferenceRepository } from '../reference/reference.repository.js';
import { CoHostChanges, type Invitation } from './co-host.changes.js';
import type { CoHostRow } from './co-host.entity.js';
import { coHostsMax, isLive } from './co-host.model.js';
import { CoHostRepository } from './co-host.repository.js';

@Injectable()
export class CoHostService {
  constructor(
    private readonly transactions: Transactions,
    private readonly coHosts: CoHostRepository,
    private readonly changes: CoHostChanges,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
  ) {}

  invite(request: InviteCoHostRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.invite, request, async (tx) => {
      const activity = await this.changes.lockActivity(tx, request.activityId);
      await this.access.manage(tx, activity, actions.inviteCoHost);
      requireDraft(activity.state);
      const { party } = request;
      if (sameParty(party, { kind: activity.organiserKind, id: activity.organiserId })) {
        throw new DomainError('CO_HOST_IS_ORGANISER', { pointer: '/party' });
      }
      const all = await this.coHosts.ofActivity(tx, activity.id);
      const asked = all.find(
        (row) => isLive(row) && sameParty(party, { kind: row.partyKind, id: row.partyId }),
      );
      if (asked) return new Existing(viewOf({ row: asked, activity }));
      if (all.filter(isLive).length >= coHostsMax)
        throw new DomainError('CO_HOSTS_TOO_MANY', { params: { max: coHostsMax } });
      const known = await this.references.party(tx, party, '/party');
      const row = newInvitation(tx, { request, known, position: all.length + 1 });
      return viewOf(await this.changes.add(tx, { row, activity }, all));
    });
  }

  accept(request: CoHostInvitationIdRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.accept, request, async (tx) => {
      const invitation = await this.lockForAnswer(tx, request.invitationId);
      if (invitation.row.state === 'accepted') return new Existing(viewOf(invitation));
      requireDraft(invitation.activity.state);
      return viewOf(await this.changes.settle(tx, invitation, { state: 'accepted' }));
    });
  }

  decline(request: DeclineCoHostInvitationRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.decline, request, async (tx) => {
      const invitation = await this.lockForAnswer(tx, request.invitationId);
      const answer = { state: 'declined', reason: request.reason } as const;
      return viewOf(await this.changes.settle(tx, invitation, answer));
    });
  }

  /** The organiser takes an invitation back, or parts with a co-host as long as no agreement binds them. */
  withdraw(request: CoHostInvitationIdRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, coHostContract.withdraw, request, async (tx) => {
      const invitation = await this.lock(tx, request.invitationId);
      const { row, activity } = invitation;
      const visible = await this.isVisible(tx, invitation);
      tx.authorise(actions.inviteCoHost, { paths: [activity.unionPath], visible });
      if (row.state === 'accepted' && activity.agreementId !== null) throw new DomainError('CO_HOST_BOUND');
      requireEditable(activity.state);
      return viewOf(await this.changes.settle(tx, invitation, { state: 'withdrawn' }));
    });
  }

  list(request: ListCoHostsRequest, call: CallContext): Promise<Page<CoHostView>> {
    return this.transactions.read(call, async (tx) => {
      const [activity] = (await this.coHosts.activitiesOf(tx, [{ activityId: request.activityId }])).values();
      tx.authorise(actions.seeActivity, {});
      if (activity === undefined) throw new DomainError('NOT_FOUND');
      const visible = await this.access.isVisible(tx, activity);
      const paths = await this.references.pathsOf(tx, activity.partyUnionIds);
      tx.authorise(actions.seeInvitation, { paths, visible });
      const rows = await this.coHosts.list(tx, request);
      return toPage(
        rows.map((row) => viewOf({ row, activity })),
        { limit: request.limit, cursorOf: (view) => [view.position] },
      );
    });
  }

  /** The invitations to parties for which the caller may speak. */
  listInvitations(request: ListCoHostInvitationsRequest, call: CallContext): Promise<Page<CoHostView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const rule = request.waitingForMe ? actions.answerInvitation : actions.seeInvitation;
      const invited = { personId: tx.personId, rolePaths: reachOf(tx.call.actor, rule) };
      const rows = await this.coHosts.listFor(tx, request, invited);
      const activities = await this.coHosts.activitiesOf(tx, rows);
      const views = rows.flatMap((row) => {
        const activity = activities.get(row.activityId);
        return activity === undefined ? [] : [viewOf({ row, activity })];
      });
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  private async lockForAnswer(tx: Transaction, id: string): Promise<Invitation> {
    const invitation = await this.lock(tx, id);
    const visible = await this.isVisible(tx, invitation);
    tx.authorise(actions.answerInvitation, { ...(await this.invitedSubject(tx, invitation.row)), visible });
    return invitation;
  }

  private lock(tx: Transaction, id: string): Promise<Invitation> {
    tx.authorise(actions.seeActivity, {});
    return this.changes.lock(tx, id);
  }

  private async isVisible(tx: Transaction, { row, activity }: Invitation): Promise<boolean> {
    const { actor } = tx.call;
    const invited = await this.invitedSubject(tx, row);
    const subject = { ...invited, paths: [...(invited.paths ?? []), activity.unionPath] };
    return actor !== null && mayDo(actor, actions.seeInvitation, subject);
  }

  private async invitedSubject(tx: Transaction, row: CoHostRow): Promise<Subject> {
    const union = await this.references.union(tx, row.unionId);
    return { paths: [union.path], ...(row.partyKind === 'person' ? { personId: row.partyId } : {}) };
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
  };
}

function viewOf({ row, activity }: Invitation): CoHostView {
  const { id, version, activityId, position, state, message, invitedBy, answeredBy, reason } = row;
  return {
    ...{
      id,
      version,
      activityId,
      activityTitle: activity.title,
      activityStartsAt: activity.startsAt.toISOString(),
    },
    organiser: { kind: activity.organiserKind, id: activity.organiserId, name: activity.organiserName },
    position,
    party: { kind: row.partyKind, id: row.partyId, name: row.partyName },
    ...{ state, message, invitedBy, invitedAt: row.invitedAt.toISOString(), answeredBy },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    reason,
  };
}
