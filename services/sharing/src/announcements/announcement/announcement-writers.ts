import { Injectable } from '@nestjs/common';
import type {
  AnnouncementAudience,
  AnnouncementWriter,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { authoriseMatter, type MatterSubject, mayInMatter } from '../../reference/delegation/delegated.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { AnnouncementRow } from './announcement.entity.js';
import { requireOwnPeople } from './announcement.model.js';

/** Who is to write, and to whom. */
interface Writing {
  readonly writer: AnnouncementWriter;
  readonly unionId: string;
  readonly audience: AnnouncementAudience;
}

/**
 * In whose name an announcement is written, and who may do so: officers for their union, its clubs and its groups, whoever
 * acts for a club for that club, and the leader of a group for that group.
 */
@Injectable()
export class AnnouncementWriters {
  constructor(private readonly references: ReferenceRepository) {}

  /** The union that writes, or that of the club or group. @throws DomainError `NOT_PERMITTED`, `WRITER_AUDIENCE`, `AUDIENCE_OUTSIDE`, `PARTY_CLOSED` */
  async required(tx: Transaction, { writer, unionId, audience }: Writing): Promise<UnionRef> {
    const union = await this.references.union(tx, unionId, '/unionId');
    const subject = await this.subjectOf(tx, { writer, unionId, audienceId: audience.id });
    await authoriseMatter(tx, actions.writeAnnouncement, { ...subject, visible: true });
    requireOwnPeople(writer, audience);
    requireOpen(union, '/unionId');
    if (writer === 'union') return union;
    const own =
      writer === 'club'
        ? await this.references.club(tx, audience.id)
        : await this.references.group(tx, audience.id);
    if (own?.unionId !== unionId) throw new DomainError('AUDIENCE_OUTSIDE', { pointer: '/audience/id' });
    requireOpen(own, '/audience/id');
    return union;
  }

  async maySee(tx: Transaction, row: AnnouncementRow): Promise<boolean> {
    return mayInMatter(tx, actions.seeAnnouncement, await this.subjectOf(tx, row));
  }

  /** @throws DomainError as {@link Transaction.authorise} does */
  async authorise(tx: Transaction, rule: ActionRule, row: AnnouncementRow): Promise<void> {
    const visible = await this.maySee(tx, row);
    await authoriseMatter(tx, rule, { ...(await this.subjectOf(tx, row)), visible });
  }

  /** What a club or a group has written, for those who may see it. @throws DomainError `NOT_FOUND` */
  async authoriseList(tx: Transaction, writerId: string): Promise<void> {
    const found = (await this.references.group(tx, writerId)) ?? (await this.references.club(tx, writerId));
    if (found?.unionId == null) throw new DomainError('NOT_FOUND');
    const writer = 'leaderId' in found ? 'group' : 'club';
    const subject = await this.subjectOf(tx, { writer, unionId: found.unionId, audienceId: writerId });
    await authoriseMatter(tx, actions.seeAnnouncement, subject);
  }

  private async subjectOf(
    tx: Transaction,
    { writer, unionId, audienceId: id }: Pick<AnnouncementRow, 'writer' | 'unionId' | 'audienceId'>,
  ): Promise<MatterSubject> {
    const paths = await this.references.pathsOf(tx, [unionId]);
    if (writer === 'club') return { paths, matters: [{ kind: 'club', id }] };
    const leaderId = writer === 'group' ? (await this.references.group(tx, id))?.leaderId : null;
    return { paths, matters: [], ...(leaderId == null ? {} : { personId: leaderId }) };
  }
}
