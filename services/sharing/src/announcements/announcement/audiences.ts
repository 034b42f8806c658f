import { Injectable } from '@nestjs/common';
import type { AnnouncementAudience } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { DomainError, isWithin } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { Audience } from './audience.repository.js';

/** What an audience is called, and where the union behind it is. */
interface Place {
  readonly name: string;
  readonly path: string;
}

/** The union, club or activity whose people an announcement is for, and whether it belongs to who writes. */
@Injectable()
export class Audiences {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityRepository,
  ) {}

  /** @returns null where it is not, or not any more, below the union that writes, or not known here */
  async within(
    tx: Transaction,
    audience: AnnouncementAudience,
    writerPath: string,
  ): Promise<Audience | null> {
    const place = await this.placeOf(tx, audience);
    if (place === null || !isWithin(place.path, writerPath)) return null;
    const { kind, id, days = null } = audience;
    return { kind, id, days, path: place.path };
  }

  /** @throws DomainError 422 `AUDIENCE_OUTSIDE` */
  async required(tx: Transaction, audience: AnnouncementAudience, writerPath: string): Promise<Audience> {
    const found = await this.within(tx, audience, writerPath);
    if (found === null) throw new DomainError('AUDIENCE_OUTSIDE', { pointer: '/audience/id' });
    return found;
  }

  /** Empty for what is not known here. */
  async nameOf(tx: Transaction, audience: AnnouncementAudience): Promise<string> {
    return (await this.placeOf(tx, audience))?.name ?? '';
  }

  private placeOf(tx: Transaction, { kind, id }: AnnouncementAudience): Promise<Place | null> {
    if (kind === 'union' || kind === 'notReached') return this.references.knownUnion(tx, id);
    return kind === 'club' ? this.clubOf(tx, id) : this.activityOf(tx, id);
  }

  private async clubOf(tx: Transaction, id: string): Promise<Place | null> {
    const club = await this.references.club(tx, id);
    const union = club?.unionId == null ? null : await this.references.knownUnion(tx, club.unionId);
    return club && union && { name: club.name, path: union.path };
  }

  private async activityOf(tx: Transaction, id: string): Promise<Place | null> {
    const activity = await this.activities.findById(tx, id);
    return activity && { name: activity.title, path: activity.unionPath };
  }
}
