import { Injectable } from '@nestjs/common';
import {
  openingHoursContract,
  type OpeningHoursRequest,
  type OpeningHoursView,
  type SetOpeningHoursRequest,
} from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { isYearKnown, yearOf } from '@gongxiang/domain/holidays';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from './booking.service.js';
import { civilDate } from './civil-time.model.js';
import type { OpeningHoursRow } from './opening-hours.entity.js';
import { alwaysOpen, checkHours, type OpeningHours } from './opening-hours.model.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { managedBy } from './resource.model.js';
import { timeFreed } from './time-freed.js';

/**
 * The opening hours of a resource. New hours apply to requests, extensions and moves from then on; existing loans
 * stand.
 */
@Injectable()
export class OpeningHoursService {
  constructor(
    private readonly transactions: Transactions,
    private readonly booking: BookingService,
    private readonly hours: OpeningHoursRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(openingHoursContract.get)
  get(request: OpeningHoursRequest, call: CallContext): Promise<OpeningHoursView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      return viewOf(tx, resource, await this.hours.find(tx, resource));
    });
  }

  @Handles(openingHoursContract.set)
  set(request: SetOpeningHoursRequest, call: CallContext): Promise<Outcome<OpeningHoursView>> {
    return this.transactions.command(call, openingHoursContract.set, request, async (tx) => {
      const { resource } = await this.booking.lock(tx, request.resourceId);
      const owner = await this.references.union(tx, resource.ownerUnionId);
      await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
      const before = await this.hours.find(tx, { id: resource.id, partOfId: null });
      const version = before?.version ?? 0;
      requireVersion(tx, version);
      const hours = hoursOf(request);
      checkHours(hours);
      const changed = { changedBy: tx.personId, changedAt: tx.now };
      const row: OpeningHoursRow = { resourceId: resource.id, version: version + 1, ...hours, ...changed };
      await this.hours.save(tx, row);
      await timeFreed(tx, resource);
      tx.audit({
        noun: 'openingHours',
        id: resource.id,
        before: before && { ...partsOf(before) },
        after: { ...hours },
      });
      return viewOf(tx, resource, row);
    });
  }
}

function hoursOf({
  weekly,
  exceptions,
  holidays,
  makeUpDays,
  overnight,
}: SetOpeningHoursRequest): OpeningHours {
  return {
    weekly: weekly?.map(({ weekday, from, to }) => ({ weekday, from, to })) ?? null,
    exceptions: exceptions
      .map(({ date, spans, note }) => ({
        date,
        spans: spans.map(({ from, to }) => ({ from, to })),
        note: note ?? null,
      }))
      .sort((left, right) => (left.date < right.date ? -1 : 1)),
    holidays,
    makeUpDays,
    overnight,
  };
}

function partsOf({ weekly, exceptions, holidays, makeUpDays, overnight }: OpeningHours): OpeningHours {
  return { weekly, exceptions, holidays, makeUpDays, overnight };
}

function viewOf(tx: Transaction, resource: ResourceRow, row: OpeningHoursRow | null): OpeningHoursView {
  const { weekly, exceptions, ...rest } = partsOf(row ?? alwaysOpen);
  const isOwn = row?.resourceId === resource.id;
  const year = yearOf(civilDate(tx.now));
  return {
    resourceId: resource.id,
    version: isOwn ? row.version : 0,
    ofWholeId: row === null || isOwn ? null : row.resourceId,
    weekly: weekly === null ? null : weekly.map((span) => ({ ...span })),
    exceptions: exceptions.map((one) => ({ ...one, spans: one.spans.map((span) => ({ ...span })) })),
    ...rest,
    holidaysUnknown: [year, year + 1].filter((one) => !isYearKnown(one)),
  };
}
