import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { SeriesRow } from './series.entity.js';

/** Hints at a series to the pages of those who prepare its activities: once, however many there are. */
@Injectable()
export class SeriesHints {
  constructor(private readonly hints: RoleHints) {}

  send(tx: Transaction, { id, version, unionId, organiserKind, organiserId }: SeriesRow): Promise<void> {
    const personIds = organiserKind === 'person' ? [organiserId] : [];
    const audience = { rule: actions.seeDraft, unionIds: [unionId], personIds };
    return this.hints.send(tx, { resource: 'activitySeries', id, version }, audience);
  }
}
