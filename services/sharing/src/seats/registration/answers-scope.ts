import { Injectable } from '@nestjs/common';
import type { AnswerReader } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { DomainError, mayDo } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { mayInMatter } from '../../reference/delegation/delegated.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';

/** Whose answers the caller may read, and which of them. */
export interface AnswersScope {
  readonly poolIds: readonly string[];
  readonly readers: readonly AnswerReader[];
}

/**
 * The organiser's officers read everything; officers of co-hosts what is marked for hosts; officers of a pool what is
 * marked for the door, within their pool.
 */
@Injectable()
export class AnswersScopes {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly pools: PoolRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND` */
  async activityOf(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(activitiesActions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    return activity;
  }

  /** @throws DomainError `NOT_PERMITTED` if the caller answers for nobody here; for a draft `NOT_FOUND` */
  async of(tx: Transaction, activity: ActivityRow): Promise<AnswersScope> {
    const pools = await this.pools.ofActivity(tx, activity.id);
    const readers = await this.readersOf(tx, activity);
    const paths = pools.flatMap(({ unionPath }) => unionPath ?? []);
    if (readers.length > 1) return { poolIds: pools.map(({ id }) => id), readers };
    tx.authorise(actions.listRegistrations, {
      paths: [activity.unionPath, ...paths],
      visible: activity.publishedAt !== null,
    });
    const mine = pools.filter(({ unionPath }) => unionPath !== null && answersFor(tx, unionPath));
    return { poolIds: mine.map(({ id }) => id), readers };
  }

  /** The reader roles of an officer who may see a registration at all. */
  async readersOf(tx: Transaction, activity: ActivityRow): Promise<readonly AnswerReader[]> {
    const whole = { paths: [activity.unionPath], matters: mattersOf(activity) };
    if (await mayInMatter(tx, actions.listRegistrations, whole)) return ['organiser', 'hosts', 'door'];
    const hostUnions = activity.coHosts.map(({ unionId }) => unionId);
    const hostPaths = hostUnions.length === 0 ? [] : await this.references.pathsOf(tx, hostUnions);
    return hostPaths.some((path) => answersFor(tx, path)) ? ['hosts', 'door'] : ['door'];
  }
}

function answersFor({ call: { actor } }: Transaction, path: string): boolean {
  return actor !== null && mayDo(actor, actions.listRegistrations, { paths: [path] });
}
