import { Injectable } from '@nestjs/common';
import { mayDo, type Party, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { type KnownParty, ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { CoHostChanges, type Invitation } from './co-host-changes.js';
import type { CoHostRow } from './co-host.entity.js';

/** Who invites, who answers, and who sees it. */
@Injectable()
export class CoHostAccess {
  constructor(
    private readonly changes: CoHostChanges,
    private readonly activities: ActivityAccess,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  invite(tx: Transaction, activity: ActivityRow): Promise<void> {
    return this.activities.manage(tx, activity, actions.inviteCoHost);
  }

  /** A party that may be invited. @throws DomainError `REFERENCE_PENDING`, `PARTY_WITHOUT_UNION`, `PARTY_CLOSED` */
  async knownParty(tx: Transaction, party: Party): Promise<KnownParty> {
    const known = await this.references.party(tx, party, '/party');
    requireOpen(known, '/party');
    return known;
  }

  /** @throws DomainError `PARTY_CLOSED` if the invited party is closed meanwhile */
  async requireOpenParty(tx: Transaction, { partyKind: kind, partyId: id }: CoHostRow): Promise<void> {
    const party = await this.references.standingOf(tx, { kind, id });
    if (party !== null) requireOpen(party);
  }

  /** All invitations of an activity. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async seeAll(tx: Transaction, activity: ActivityRow): Promise<void> {
    const visible = await this.activities.isVisible(tx, activity);
    const paths = await this.references.pathsOf(tx, activity.partyUnionIds);
    tx.authorise(actions.seeInvitation, { paths, visible });
  }

  /** Locked, for a representative of the party. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async lockForAnswer(tx: Transaction, id: string): Promise<Invitation> {
    const invitation = await this.lock(tx, id);
    const visible = await this.isVisible(tx, invitation);
    tx.authorise(actions.answerInvitation, { ...(await this.invitedSubject(tx, invitation.row)), visible });
    return invitation;
  }

  /**
   * One invitation, for the roles of all hosts and of the party. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND`
   */
  async see(tx: Transaction, { row, activity }: Invitation): Promise<void> {
    const visible = await this.activities.isVisible(tx, activity);
    const hosts = await this.references.pathsOf(tx, activity.partyUnionIds);
    const { paths = [], ...subject } = await this.invitedSubject(tx, row);
    tx.authorise(actions.seeInvitation, { ...subject, paths: [...hosts, ...paths], visible });
  }

  /** Requires a caller who may take the party out. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async leave(tx: Transaction, invitation: Invitation): Promise<void> {
    await this.see(tx, invitation);
    tx.authorise(actions.leaveCoHosting, {
      ...(await this.invitedSubject(tx, invitation.row)),
      visible: true,
    });
  }

  /** Locked, for a representative of the organiser. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async lockToWithdraw(tx: Transaction, id: string): Promise<Invitation> {
    const invitation = await this.lock(tx, id);
    const visible = await this.isVisible(tx, invitation);
    tx.authorise(actions.inviteCoHost, { paths: [invitation.activity.unionPath], visible });
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
