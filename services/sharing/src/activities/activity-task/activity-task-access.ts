import { Injectable } from '@nestjs/common';
import { mayDo, type Party, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { AgreementAccess } from '../agreement/agreement-access.js';
import { type Host, hostsOf } from '../agreement/agreement.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { ActivityTaskRow } from './activity-task.entity.js';

/** Who sees the tasks of an activity, and who does them. */
@Injectable()
export class ActivityTaskAccess {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityAccess,
    private readonly agreements: AgreementAccess,
  ) {}

  /**
   * The roles of every host's union see all of them. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` if visible
   */
  async see(tx: Transaction, activity: ActivityRow): Promise<void> {
    await this.agreements.see(tx, hostsOf(activity), await this.activities.isVisible(tx, activity));
  }

  /** Requires a representative of the task's host. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async act(tx: Transaction, activity: ActivityRow, host: Host): Promise<void> {
    await this.see(tx, activity);
    tx.authorise(actions.doActivityTask, await this.subjectOf(tx, host));
  }

  /**
   * Requires a representative of the host or a manager of the activity. @throws DomainError `NOT_FOUND`,
   * `NOT_PERMITTED`
   */
  async actOrManage(tx: Transaction, activity: ActivityRow, host: Host): Promise<void> {
    await this.see(tx, activity);
    const { paths = [], ...subject } = await this.subjectOf(tx, host);
    tx.authorise(actions.doActivityTask, { ...subject, paths: [...paths, activity.unionPath] });
  }

  /** Determines for each of these tasks whether the caller acts for its host. */
  async mine(tx: Transaction, rows: readonly ActivityTaskRow[]): Promise<(row: ActivityTaskRow) => boolean> {
    const { actor } = tx.call;
    const places = await this.references.placesOf(tx, [...new Set(rows.map(({ unionId }) => unionId))]);
    return (row) =>
      actor !== null && mayDo(actor, actions.doActivityTask, subjectOf(hostOf(row), places.get(row.unionId)));
  }

  private async subjectOf(tx: Transaction, host: Host): Promise<Subject> {
    const places = await this.references.placesOf(tx, [host.unionId]);
    return { ...subjectOf(host, places.get(host.unionId)), visible: true };
  }
}

/** A task's host at the time it was assigned. */
export function hostOf(row: ActivityTaskRow): Host {
  return { kind: row.partyKind, id: row.partyId, name: row.partyName, unionId: row.unionId };
}

/** A person acts only for themselves; the roles of the union behind it act for any other party. */
function subjectOf(host: Party, path: string | undefined): Subject {
  if (host.kind === 'person') return { paths: [], personId: host.id };
  return { paths: path === undefined ? [] : [path] };
}
