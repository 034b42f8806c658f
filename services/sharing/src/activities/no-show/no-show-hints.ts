import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { FoundNoShow } from './no-show.repository.js';

/** Hints at changes of a no-show to the person and the deciding officers. */
@Injectable()
export class NoShowHints {
  constructor(private readonly hints: RoleHints) {}

  async send(
    tx: Transaction,
    { id, version, personId }: FoundNoShow,
    { unionId }: ActivityRow,
  ): Promise<void> {
    const audience = { rule: actions.listNoShows, unionIds: [unionId], personIds: [personId] };
    await this.hints.send(tx, { resource: 'noShow', id, version }, audience);
  }
}
