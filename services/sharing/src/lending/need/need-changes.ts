import { Injectable } from '@nestjs/common';
import type { NeedView } from '@gongxiang/contracts/sharing/lending/need.contract';
import { Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { matchAwaitsMayChange, needDue, scheduleNeeds } from './need.due.js';
import { MatchRepository } from './match.repository.js';
import type { NeedRow } from './need.entity.js';
import { NeedRepository } from './need.repository.js';
import { needView } from './need.view.js';

/** The one way to change a need: saves it with audit, matching and expiry. */
@Injectable()
export class NeedChanges {
  constructor(
    private readonly needs: NeedRepository,
    private readonly matches: MatchRepository,
    private readonly references: ReferenceRepository,
    private readonly push: Push,
  ) {}

  async add(tx: Transaction, row: NeedRow): Promise<NeedView> {
    await this.needs.insert(tx, row);
    return this.changed(tx, row, null);
  }

  /** @param before the locked row @param row the next version */
  async save(tx: Transaction, before: NeedRow, row: NeedRow): Promise<NeedView> {
    await this.needs.update(tx, row);
    return this.changed(tx, row, before);
  }

  private async changed(tx: Transaction, row: NeedRow, before: NeedRow | null): Promise<NeedView> {
    const union = await this.references.union(tx, row.unionId);
    const offers = (await this.matches.countOffers(tx, [row.id])).get(row.id) ?? 0;
    const after = needView(row, union, offers);
    tx.audit({
      noun: 'need',
      id: row.id,
      before: before && auditedOf(needView(before, union, offers)),
      after: auditedOf(after),
    });
    await scheduleNeeds(tx, [{ kind: needDue.match, needId: row.id }]);
    if (row.state === 'open') await schedule(tx, { kind: needDue.expiry, key: row.id, at: row.expiresAt });
    if (before === null) return after;
    await matchAwaitsMayChange(tx, row.id);
    this.push.hint(tx, [row.postedBy], { resource: 'need', id: row.id, version: row.version });
    return after;
  }
}

/** The trail never changes, so it has no words of a person, who may want theirs erased. */
function auditedOf(view: NeedView): Record<string, unknown> {
  if (view.party.kind !== 'person') return { ...view };
  return { ...view, title: null, text: null, district: null, latitude: null, longitude: null };
}
