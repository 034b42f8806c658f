import { Injectable } from '@nestjs/common';
import { DomainError, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { hostUnions } from '../activity/activity.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { mayRead, type Viewer } from './album-rules.js';
import type { AlbumPictureRow } from './album.entity.js';
import { AlbumRepository } from './album.repository.js';

/** The caller's view of an album. */
export interface Visit {
  readonly activity: ActivityRow;
  readonly viewer: Viewer;
  /** The paths of the unions behind the hosts. */
  readonly paths: readonly string[];
}

export interface FoundPicture extends Visit {
  readonly row: AlbumPictureRow;
}

interface Named {
  readonly activityId: string;
  readonly pictureId: string;
}

/** Loads albums for the caller, with the caller's standing in them. */
@Injectable()
export class AlbumAccess {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly pictures: AlbumRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, activityId: string): Promise<Visit> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.find(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    return this.visit(tx, activity);
  }

  /** The same, with the activity locked. */
  async lockVisible(tx: Transaction, activityId: string): Promise<Visit> {
    tx.authorise(actions.seeActivity, {});
    return this.visit(tx, await this.activities.lock(tx, activityId));
  }

  /** A picture the caller sees, with the activity locked. @throws DomainError `NOT_FOUND` */
  async lockPicture(tx: Transaction, { activityId, pictureId }: Named): Promise<FoundPicture> {
    return this.requireReadable(tx, await this.lockVisible(tx, activityId), pictureId);
  }

  async findPicture(tx: Transaction, { activityId, pictureId }: Named): Promise<FoundPicture> {
    return this.requireReadable(tx, await this.find(tx, activityId), pictureId);
  }

  /** A published activity. @throws DomainError `NOT_FOUND` */
  async published(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.find(tx, activityId);
    if (activity === null || activity.publishedAt === null) throw new DomainError('NOT_FOUND');
    return activity;
  }

  /** Locks only: erasing a picture needs no caller. */
  async lock(tx: Transaction, activityId: string): Promise<void> {
    await this.activities.lock(tx, activityId);
  }

  private async requireReadable(tx: Transaction, visit: Visit, pictureId: string): Promise<FoundPicture> {
    const row = await this.pictures.find(tx, visit.activity.id, pictureId);
    if (row === null || !mayRead(row, visit.viewer)) throw new DomainError('NOT_FOUND');
    return { ...visit, row };
  }

  private async visit(tx: Transaction, activity: ActivityRow): Promise<Visit> {
    await this.access.see(tx, activity);
    const paths = await this.references.pathsOf(
      tx,
      hostUnions(activity).map(({ id }) => id),
    );
    return { activity, paths, viewer: await this.viewerOf(tx, activity, paths) };
  }

  private async viewerOf(tx: Transaction, { id }: ActivityRow, paths: readonly string[]): Promise<Viewer> {
    const { personId } = tx;
    const { actor } = tx.call;
    const isModerator = actor !== null && mayDo(actor, actions.moderateAlbum, { paths });
    const { hasCome, isSeated } = await this.pictures.presenceOf(tx, id, personId);
    const isMember = actor !== null && mayDo(actor, actions.seeAlbum, { paths });
    return { personId, isModerator, hasCome, isInsider: isModerator || hasCome || isSeated || isMember };
  }
}
