import { Injectable } from '@nestjs/common';
import type { OccasionKind } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import {
  type MyOccasionsView,
  type OccasionView,
  type OccasionVisitView,
  toldOccasionKinds,
} from '@gongxiang/contracts/affairs/matters/occasion.contract';
import { isSelf } from '@gongxiang/domain';
import { yearOf } from '@gongxiang/domain/holidays';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { occasionStateOf, serviceFor } from './occasion.model.js';
import { type OccasionRecord, OccasionRepository, type VisitRecord } from './occasion.repository.js';
import { OccasionSeal } from './occasion-seal.js';

/** What one person tells, as it is shown to them. */
const toldShownMax = 100;

/** What was done for some people in one year. */
interface DoneInYear {
  readonly visits: readonly VisitRecord[];
  readonly own: ReadonlyMap<string, number>;
}

/** Opens what is sealed of occasions, for officers and for the person. */
@Injectable()
export class OccasionPresenter {
  constructor(
    private readonly occasions: OccasionRepository,
    private readonly services: ServiceItemRepository,
    private readonly seal: OccasionSeal,
  ) {}

  kindOf({ id, source, sealedKind }: OccasionRecord): OccasionKind {
    return source === 'told' ? this.seal.kindOf({ id: id ?? '', source, sealedKind }) : source;
  }

  /** That somebody has looked is told to each person. */
  async views(tx: Transaction, union: UnionRef, records: readonly OccasionRecord[]): Promise<OccasionView[]> {
    if (records.length === 0) return [];
    const personIds = [...new Set(records.map(({ personId }) => personId))];
    noteLook(tx, 'occasion', personIds);
    const services = await this.services.forOccasions(tx, union.path);
    const done = await this.doneByYear(tx, records, personIds);
    return records.map((record) => {
      const { personId, personName, on, stored, matterId, doneBy, doneByName, doneAt } = record;
      const kind = this.kindOf(record);
      const service = serviceFor(kind, services);
      const isOwn = tx.call.actor !== null && isSelf(tx.call.actor, personId);
      return {
        personId,
        personName,
        kind,
        on,
        state: occasionStateOf(stored),
        serviceName: service?.name ?? null,
        matterId,
        reason: record.id === null ? null : this.seal.reasonOf({ ...record, id: record.id }),
        doneBy,
        doneByName,
        doneAt: doneAt?.toISOString() ?? null,
        openable: stored !== 'opened' && service !== null && !isOwn,
        ...this.doneFor(personId, done.get(yearOf(on))),
      };
    });
  }

  /** For the caller. */
  async mine(tx: Transaction): Promise<MyOccasionsView> {
    const rows = await this.occasions.told(tx, tx.personId, toldShownMax);
    const day = await this.occasions.dayOf(tx, tx.personId);
    return {
      items: rows.flatMap((row) => {
        const { id, happenedOn, state, matterId } = row;
        const kind = toldOccasionKinds.find((one) => one === this.seal.kindOf(row));
        if (kind === undefined) return [];
        const reason = this.seal.reasonOf(row);
        return [{ id, kind, on: happenedOn, state: occasionStateOf(state), matterId, reason }];
      }),
      record: {
        inUse: await this.occasions.isAllowed(tx, tx.personId),
        birthday: day?.birthMonth && day.birthDay ? `${two(day.birthMonth)}-${two(day.birthDay)}` : null,
        retiredOn: day?.retiredOn ?? null,
      },
    };
  }

  /** Days of records are of one year, and what was told may be of several. */
  private async doneByYear(
    tx: Transaction,
    records: readonly OccasionRecord[],
    personIds: readonly string[],
  ): Promise<ReadonlyMap<number, DoneInYear>> {
    const done = new Map<number, DoneInYear>();
    for (const year of new Set(records.map(({ on }) => yearOf(on)))) {
      const day = `${year}-01-01`;
      const visits = await this.occasions.visits(tx, personIds, day);
      done.set(year, { visits, own: await this.occasions.countOwn(tx, personIds, day) });
    }
    return done;
  }

  private doneFor(
    personId: string,
    { visits, own }: DoneInYear = { visits: [], own: new Map() },
  ): Pick<OccasionView, 'visits' | 'ownMatters'> {
    return {
      visits: visits.filter((one) => one.personId === personId).map((one) => this.visit(one)),
      ownMatters: own.get(personId) ?? 0,
    };
  }

  private visit(record: VisitRecord): OccasionVisitView {
    return {
      kind: this.seal.kindOf(record),
      on: record.happenedOn,
      matterState: record.matterState,
    };
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
