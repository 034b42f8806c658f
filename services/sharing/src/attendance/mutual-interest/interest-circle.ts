import { Injectable } from '@nestjs/common';
import type { InterestStep } from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AttendanceRepository } from '../attendance.repository.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import type { Participant } from './interest-matches.js';
import { InterestRepository } from './interest.repository.js';
import { InterestSecrets, type Profile } from './interest-secrets.js';
import { othersFor, stepOf } from './mutual-interest.model.js';

/** Another participant, as the person sees them. */
export interface Other extends Participant {
  /** The id under which only this person knows them. */
  readonly id: string;
  readonly chosen: boolean;
}

/** What one person may see of the participants. */
export interface Circle {
  readonly step: InterestStep;
  readonly wasThere: boolean;
  readonly me: Participant | null;
  readonly others: readonly Other[];
  /** The number of all participants. */
  readonly size: number;
}

/** Collects what a person may see of the other participants. */
@Injectable()
export class InterestCircle {
  constructor(
    private readonly interests: InterestRepository,
    private readonly secrets: InterestSecrets,
    private readonly attendance: AttendanceRepository,
    private readonly pools: PoolRepository,
  ) {}

  async around(tx: Transaction, activity: ActivityRow, personId = tx.personId): Promise<Circle> {
    const step = stepOf(activity, tx.now);
    const fact = await this.attendance.factOf(tx, activity.id, personId);
    const people = step === 'open' ? await this.interests.participants(tx, activity.id) : [];
    const own = people.find((one) => one.personId === personId);
    const wasThere = fact !== null && fact.heads > 0;
    const me = own === undefined ? null : { personId, profile: this.profileOf(activity.id, own) };
    // Only participants see the others.
    const others = me === null || !wasThere ? [] : await this.othersOf(tx, activity.id, { personId, people });
    return { step, wasThere, me, others, size: people.length };
  }

  private async othersOf(
    tx: Transaction,
    activityId: string,
    {
      personId,
      people,
    }: {
      readonly personId: string;
      readonly people: Awaited<ReturnType<InterestRepository['participants']>>;
    },
  ): Promise<Other[]> {
    const pools = await this.pools.ofActivity(tx, activityId);
    const others = othersFor(
      people,
      personId,
      pools.some(({ sex }) => sex !== null),
    );
    const hashOf = (other: string): string => this.secrets.choice(activityId, personId, other);
    const hashes = others.map((other) => hashOf(other.personId));
    const chosen = await this.interests.choicesAmong(tx, activityId, hashes);
    return others.map((other) => ({
      personId: other.personId,
      profile: this.profileOf(activityId, other),
      id: this.secrets.participantId(activityId, personId, other.personId),
      chosen: chosen.has(hashOf(other.personId)),
    }));
  }

  /** The sealing context of a person's profile. */
  static placeOf(activityId: string, personId: string): string {
    return ['profile', activityId, personId].join(':');
  }

  private profileOf(
    activityId: string,
    row: { readonly personId: string; readonly sealed: string },
  ): Profile {
    return this.secrets.open<Profile>(InterestCircle.placeOf(activityId, row.personId), row.sealed);
  }
}
