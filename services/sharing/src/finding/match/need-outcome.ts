import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { NeedAudience } from '@gongxiang/contracts/sharing/lending/need.contract';
import { DomainError, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityService } from '../../activities/activity/activity.service.js';
import { CoHostChanges } from '../../activities/co-host/co-host-changes.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import { invitation } from './activity-outcome.js';
import { coHostingPlan, planMessage, type PlannedHost } from './co-hosting-plan.model.js';
import type { Accepting, CreatedOutcome } from './match-outcomes.js';
import { NeedChanges } from '../../lending/need/need-changes.js';
import type { NeedRow } from '../../lending/need/need.entity.js';
import { NeedRepository } from '../../lending/need/need.repository.js';
import { commonTime, spansOf } from '../../lending/need/span.model.js';

const kindFor: Readonly<Record<NeedAudience, ActivityKind>> = {
  everyone: 'other',
  families: 'parentChild',
  singles: 'matchmaking',
  women: 'other',
  newcomers: 'training',
  retired: 'welfare',
};

/** Two similar needs are met together: a draft activity that both host, and two answered needs. */
@Injectable()
export class NeedOutcome {
  constructor(
    private readonly activities: ActivityService,
    private readonly coHosts: CoHostChanges,
    private readonly references: ReferenceRepository,
    private readonly needs: NeedRepository,
    private readonly changes: NeedChanges,
  ) {}

  /** The other has proposed it, so it is a co-host at once; both agree on the terms before publication. */
  async create(tx: Transaction, { match, need }: Accepting): Promise<CreatedOutcome> {
    const other = await this.needs.findById(tx, match.offerId);
    if (other?.state !== 'open') throw new DomainError('OFFER_GONE');
    const period = timeFor(need, other, tx.now);
    const activity = await this.activities.draft(tx, draftOf(need, match.want, period));
    const known = await this.references.party(tx, { kind: other.partyKind, id: other.partyId });
    const hosts = hostsOf(activity, need, known, other);
    const plan = coHostingPlan(hosts, wantedOf(need), tx.call.locale);
    const by = match.proposedBy ?? tx.personId;
    const message = planMessage(need.title, plan, hosts, tx.call.locale);
    const asked = invitation(tx, { activity, known, by, message, position: 1 });
    const row = {
      ...asked,
      state: 'accepted',
      answeredBy: by,
      answeredAt: match.proposedAt ?? tx.now,
    } as const;
    await this.coHosts.join(tx, { row, activity });
    await this.changes.save(tx, other, { ...other, state: 'answered', version: other.version + 1 });
    const { id } = activity;
    const outcome = { kind: 'coHostDraft', id, activityId: id, from: null, to: null } as const;
    return { outcome, plan, isWhole: true };
  }
}

/** @throws DomainError `OFFER_GONE` if they have no common time any more */
function timeFor(need: NeedRow, other: NeedRow, now: Date): Period {
  const ahead = (row: NeedRow) => spansOf(row.windows, row.flexible).filter(({ start }) => start > now);
  const period = commonTime(ahead(need), ahead(other));
  if (period === null) throw new DomainError('OFFER_GONE');
  return period;
}

function draftOf(need: NeedRow, place: number, period: Period) {
  const want = need.wants[place] ?? need.wants[0];
  return {
    organiser: { kind: need.partyKind, id: need.partyId },
    title: need.title,
    description: need.text === '' ? null : need.text,
    kind: kindFor[need.audience],
    function: want?.function ?? 'service',
    business: want?.business ?? 'service',
    startsAt: period.start.toISOString(),
    endsAt: period.end.toISOString(),
  } as const;
}

function hostsOf(
  activity: ActivityRow,
  need: NeedRow,
  known: KnownParty,
  other: NeedRow,
): [PlannedHost, PlannedHost] {
  const organiser = { kind: activity.organiserKind, id: activity.organiserId };
  return [
    { party: organiser, name: activity.organiserName, headcount: need.headcount },
    { party: known.party, name: known.name, headcount: other.headcount },
  ];
}

/** What is sought, in words: a skill by its name, or the title of the need. */
function wantedOf({ wants, title }: NeedRow): string[] {
  return wants.map(({ skill }) => skill ?? title);
}
