import { Injectable } from '@nestjs/common';
import { DomainError, newId, sameParty } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { CoHostChanges } from '../../activities/co-host/co-host-changes.js';
import type { CoHostRow } from '../../activities/co-host/co-host.entity.js';
import { coHostsMax, isLive } from '../../activities/co-host/co-host.model.js';
import { CoHostRepository } from '../../activities/co-host/co-host.repository.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import { ActivityOffers, isOffered } from './activity-offers.js';
import { coHostingPlan, planMessage, type PlannedHost } from './co-hosting-plan.model.js';
import { seatsFor } from './match-fit.model.js';
import type { Accepting, CreatedOutcome } from './match-outcomes.js';
import type { CoHostingPlan, NeedRow } from '../../lending/need/need.entity.js';

const nothingMore = { from: null, to: null };

/** A published activity needs a sign-up; for a draft the seeker is invited to co-host. */
@Injectable()
export class ActivityOutcome {
  constructor(
    private readonly offers: ActivityOffers,
    private readonly changes: CoHostChanges,
    private readonly coHosts: CoHostRepository,
    private readonly references: ReferenceRepository,
  ) {}

  async create(tx: Transaction, { match, need }: Accepting): Promise<CreatedOutcome> {
    const activity = await this.changes.lockActivity(tx, match.offerId);
    if (!isOffered(activity, tx.now)) throw new DomainError('OFFER_GONE');
    if (activity.state === 'draft') return this.invite(tx, { match, need }, activity);
    const [offer] = await this.offers.load(tx, [activity.id]);
    const union = await this.references.union(tx, need.unionId);
    if (offer?.terms.kind !== 'activity' || seatsFor(offer.terms, union) === 0)
      throw new DomainError('OFFER_GONE');
    const { id } = activity;
    return {
      outcome: { kind: 'signUp', id, activityId: id, ...nothingMore },
      plan: null,
      isWhole: true,
    };
  }

  /** The organiser has proposed it, so the organiser invites. An existing invitation is not repeated. */
  private async invite(
    tx: Transaction,
    { match, need }: Accepting,
    activity: ActivityRow,
  ): Promise<CreatedOutcome> {
    const party = { kind: need.partyKind, id: need.partyId };
    const others = await this.coHosts.ofActivity(tx, activity.id);
    const standing = others.find(
      (row) => isLive(row) && sameParty(party, { kind: row.partyKind, id: row.partyId }),
    );
    if (others.filter(isLive).length >= coHostsMax)
      throw new DomainError('CO_HOSTS_TOO_MANY', { params: { max: coHostsMax } });
    const known = await this.references.party(tx, party);
    const hosts = hostsOf(activity, known, need);
    const plan = coHostingPlan(hosts, [], tx.call.locale);
    const by = match.proposedBy ?? tx.personId;
    const message = planMessage(need.title, plan, hosts, tx.call.locale);
    const row = standing ?? invitation(tx, { activity, known, by, message, position: others.length + 1 });
    if (standing === undefined) await this.changes.add(tx, { row, activity }, others);
    return outcomeOf(row, plan);
  }
}

function outcomeOf(row: CoHostRow, plan: CoHostingPlan): CreatedOutcome {
  const { id, activityId } = row;
  return { outcome: { kind: 'coHostInvitation', id, activityId, ...nothingMore }, plan, isWhole: true };
}

function hostsOf(activity: ActivityRow, known: KnownParty, need: NeedRow): [PlannedHost, PlannedHost] {
  const organiser = { kind: activity.organiserKind, id: activity.organiserId };
  const { headcount } = need;
  return [
    { party: organiser, name: activity.organiserName, headcount },
    { party: known.party, name: known.name, headcount },
  ];
}

/** An unanswered invitation. */
export function invitation(
  tx: Transaction,
  of: {
    readonly activity: Pick<ActivityRow, 'id'>;
    readonly known: KnownParty;
    readonly by: string;
    readonly message: string;
    readonly position: number;
  },
): CoHostRow {
  return {
    activityId: of.activity.id,
    id: newId(),
    version: 1,
    position: of.position,
    partyKind: of.known.party.kind,
    partyId: of.known.party.id,
    partyName: of.known.name,
    unionId: of.known.unionId,
    state: 'invited',
    message: of.message,
    invitedBy: of.by,
    invitedAt: tx.now,
    answeredBy: null,
    answeredAt: null,
    reason: null,
    counterNote: null,
  };
}
