import { Injectable } from '@nestjs/common';
import type { AnnouncementAudience } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { DomainError, isWithin } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { Audience } from './audience.repository.js';

/** The union, club, group or activity whose people an announcement is for, and whether it belongs to who writes. */
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
    const path = await this.pathOf(tx, audience);
    if (path === null || !isWithin(path, writerPath)) return null;
    const { kind, id, days = null } = audience;
    return { kind, id, days, path };
  }

  /** @throws DomainError 422 `AUDIENCE_OUTSIDE` */
  async required(tx: Transaction, audience: AnnouncementAudience, writerPath: string): Promise<Audience> {
    const found = await this.within(tx, audience, writerPath);
    if (found === null) throw new DomainError('AUDIENCE_OUTSIDE', { pointer: '/audience/id' });
    return found;
  }

  /** Where the union behind it is. */
  private async pathOf(tx: Transaction, { kind, id }: AnnouncementAudience): Promise<string | null> {
    if (kind === 'registered' || kind === 'attended')
      return (await this.activities.findById(tx, id))?.unionPath ?? null;
    if (kind === 'group') return (await this.references.groups(tx, [id]))[0]?.unionPath ?? null;
    return this.unionPathOf(tx, kind === 'club' ? (await this.references.club(tx, id))?.unionId : id);
  }

  private async unionPathOf(tx: Transaction, unionId: string | null | undefined): Promise<string | null> {
    const union = unionId == null ? null : await this.references.knownUnion(tx, unionId);
    return union?.path ?? null;
  }
}
