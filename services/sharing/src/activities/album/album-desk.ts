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

/** An album as the caller comes to it. */
export interface Visit {
  readonly activity: ActivityRow;
  readonly viewer: Viewer;
  /** The places of the unions behind the hosts. */
  readonly paths: readonly string[];
}

export interface FoundPicture extends Visit {
  readonly row: AlbumPictureRow;
}

interface Named {
  readonly activityId: string;
  readonly pictureId: string;
}

/** Who comes to which album, and what he is there. */
@Injectable()
export class AlbumDesk {
  constructor(
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly pictures: AlbumRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async look(tx: Transaction, activityId: string): Promise<Visit> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.find(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    return this.visit(tx, activity);
  }

  /** The same, with the activity locked. */
  async take(tx: Transaction, activityId: string): Promise<Visit> {
    tx.authorise(actions.seeActivity, {});
    return this.visit(tx, await this.activities.lock(tx, activityId));
  }

  /** A picture that the caller sees, with the activity locked. @throws DomainError `NOT_FOUND` */
  async takePicture(tx: Transaction, { activityId, pictureId }: Named): Promise<FoundPicture> {
    return this.found(tx, await this.take(tx, activityId), pictureId);
  }

  async lookAtPicture(tx: Transaction, { activityId, pictureId }: Named): Promise<FoundPicture> {
    return this.found(tx, await this.look(tx, activityId), pictureId);
  }

  /** An activity that anybody sees. @throws DomainError `NOT_FOUND` */
  async published(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.find(tx, activityId);
    if (activity === null || activity.publishedAt === null) throw new DomainError('NOT_FOUND');
    return activity;
  }

  /** For what a picture's end needs: neither who sees it, nor who asks. */
  async lock(tx: Transaction, activityId: string): Promise<void> {
    await this.activities.lock(tx, activityId);
  }

  private async found(tx: Transaction, visit: Visit, pictureId: string): Promise<FoundPicture> {
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
