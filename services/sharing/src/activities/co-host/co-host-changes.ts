import { Injectable } from '@nestjs/common';
import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityAwaitsMayChange } from '../activity/activity-awaits.due.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { CoHostRow } from './co-host.entity.js';
import { isLive, isOpen, requireTransition } from './co-host.model.js';
import { CoHostRepository } from './co-host.repository.js';

/** An invitation with its activity. */
export interface Invitation {
  readonly row: CoHostRow;
  readonly activity: ActivityRow;
}

/** An answer, and its effect on the activity beyond its hosts. */
interface Answer {
  readonly state: CoHostState;
  readonly reason?: string | null;
  readonly counterNote?: string | null;
  readonly activity?: Partial<Pick<ActivityRow, 'agreementId'>>;
}

/** Saves an invitation with everything a change entails: audit, activity, hint. */
@Injectable()
export class CoHostChanges {
  constructor(
    private readonly coHosts: CoHostRepository,
    private readonly activities: ActivityChanges,
    private readonly hints: RoleHints,
  ) {}

  /** The activity's lock guards its invitations too. @throws DomainError `NOT_FOUND` */
  lockActivity(tx: Transaction, activityId: string): Promise<ActivityRow> {
    return this.activities.lock(tx, activityId);
  }

  /**
   * An invitation needs no lock of its own: it is read again under that of its activity. @throws DomainError
   * `NOT_FOUND`
   */
  async lock(tx: Transaction, id: string): Promise<Invitation> {
    const seen = await this.coHosts.findById(tx, id);
    if (seen === null) throw new DomainError('NOT_FOUND');
    const activity = await this.activities.lock(tx, seen.activityId);
    const row = await this.coHosts.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { row, activity };
  }

  /** @param others the existing invitations of the activity */
  async add(
    tx: Transaction,
    { row, activity }: Invitation,
    others: readonly CoHostRow[],
  ): Promise<Invitation> {
    await this.coHosts.insert(tx, row);
    await this.publish(tx, { row, activity }, null);
    await this.activities.showTo(tx, activity, askedOf(activity, [...others, row]));
    return { row, activity };
  }

  /** A party that agreed before it was invited, by proposing to co-host, becomes a co-host at once. */
  async join(tx: Transaction, { row, activity }: Invitation): Promise<Invitation> {
    await this.coHosts.insert(tx, row);
    await this.publish(tx, { row, activity }, null);
    return this.hosted(tx, { row, activity }, {});
  }

  /**
   * Stores the answer, with who gave it and when, and updates the activity.
   * @throws DomainError `ILLEGAL_TRANSITION`
   */
  async settle(
    tx: Transaction,
    { row: before, activity }: Invitation,
    { counterNote = null, ...answered }: Answer,
  ): Promise<Invitation> {
    const { state, reason = null, activity: follows = {} } = answered;
    requireTransition(before.state, state);
    const answer = { state, reason, answeredBy: tx.personId, answeredAt: tx.now };
    const noted = { counterNote: counterNote ?? before.counterNote };
    const row: CoHostRow = { ...before, ...answer, ...noted, version: before.version + 1 };
    await this.coHosts.update(tx, row);
    await this.publish(tx, { row, activity }, before);
    if (before.state === 'accepted' || state === 'accepted')
      return this.hosted(tx, { row, activity }, follows);
    await this.activities.showTo(
      tx,
      activity,
      askedOf(activity, await this.coHosts.ofActivity(tx, activity.id)),
    );
    return { row, activity };
  }

  /** The hosts of the activity have changed. */
  private async hosted(
    tx: Transaction,
    { row, activity }: Invitation,
    follows: NonNullable<Answer['activity']>,
  ): Promise<Invitation> {
    const all = await this.coHosts.ofActivity(tx, activity.id);
    const coHosts = all.filter((one) => one.state === 'accepted').map(refOf);
    const changes = {
      ...follows,
      coHosts,
      agreementRequired: coHosts.length > 0,
      ...askedOf(activity, all),
    };
    return { row, activity: await this.activities.save(tx, activity, changes) };
  }

  /** Audits the change and hints at it to the pages of both sides. */
  private async publish(
    tx: Transaction,
    { row, activity }: Invitation,
    before: CoHostRow | null,
  ): Promise<void> {
    const { id, version } = row;
    tx.audit({ noun: 'co-host', id, before: before && auditOf(before), after: auditOf(row) });
    await activityAwaitsMayChange(tx, activity.id);
    const sides = [
      { kind: row.partyKind, id: row.partyId },
      { kind: activity.organiserKind, id: activity.organiserId },
    ];
    const personIds = sides.filter(({ kind }) => kind === 'person').map((side) => side.id);
    const audience = { rule: actions.seeInvitation, unionIds: [row.unionId, activity.unionId], personIds };
    await this.hints.send(tx, { resource: 'coHost', id, version }, audience);
  }
}

/** The unions that see it, and the number of open invitations. */
function askedOf(
  activity: ActivityRow,
  all: readonly CoHostRow[],
): Pick<ActivityRow, 'partyUnionIds' | 'openInvitations'> {
  const unionIds = all.filter(isLive).map((row) => row.unionId);
  return {
    partyUnionIds: [...new Set([activity.unionId, ...unionIds])],
    openInvitations: all.filter(isOpen).length,
  };
}

function refOf(row: CoHostRow): ActivityRow['coHosts'][number] {
  return { kind: row.partyKind, id: row.partyId, name: row.partyName, unionId: row.unionId };
}

function auditOf(row: CoHostRow): Record<string, unknown> {
  const { version, activityId, partyKind, partyId, state } = row;
  return { version, activityId, party: `${partyKind}:${partyId}`, state };
}
