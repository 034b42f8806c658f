import { Injectable } from '@nestjs/common';
import {
  type ChangeDisclosureItem,
  type CreateDisclosureItem,
  type DisclosureItemContent,
  disclosureItemContract,
  disclosureItemsMax,
  type DisclosureItemView,
  type EndDisclosureItem,
  type MeetDisclosureOccasion,
  type UnlinkDisclosureOccasion,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import { type CallContext, DomainError, mayDo, newId, shanghaiDate } from '@gongxiang/domain';
import { yearOf } from '@gongxiang/domain/holidays';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import type { DisclosureItemRow } from './disclosure.entity.js';
import {
  departmentOf,
  isDisclosure,
  isOccasion,
  requireDepartment,
  requireFirstDay,
} from './disclosure.model.js';
import { DisclosureReader } from './disclosure-reader.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { DisclosureWaits } from './disclosure-waits.js';

type Planned = Pick<DisclosureItemRow, 'title' | 'owedBy' | 'department' | 'basis' | 'rhythm' | 'firstDueOn'>;

/** Officers of a union plan what is to be disclosed, and link the bulletins by which it was. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly disclosures: DisclosureRepository,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly waits: DisclosureWaits,
    private readonly reader: DisclosureReader,
  ) {}

  @Handles(disclosureItemContract.create)
  create(request: CreateDisclosureItem, call: CallContext): Promise<Outcome<DisclosureItemView>> {
    return this.transactions.command(call, disclosureItemContract.create, request, async (tx) => {
      const { unionId, ...content } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageDisclosures, { paths: union === null ? [] : [union.path] });
      const planned = plannedOf(content);
      requireDepartment(planned);
      requireFirstDay(planned.firstDueOn, shanghaiDate(tx.now));
      if ((await this.disclosures.countActive(tx, unionId)) >= disclosureItemsMax)
        throw new DomainError('DISCLOSURE_ITEMS_MAX', { params: { max: disclosureItemsMax } });
      const row: DisclosureItemRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'active',
        ...planned,
        endedOn: null,
        endReason: null,
        missingYears: [],
      };
      await this.disclosures.insert(tx, row);
      return this.saved(tx, null, row);
    });
  }

  @Handles(disclosureItemContract.change)
  change(request: ChangeDisclosureItem, call: CallContext): Promise<Outcome<DisclosureItemView>> {
    return this.transactions.command(call, disclosureItemContract.change, request, async (tx) => {
      const { itemId, ...content } = request;
      const before = await this.lock(tx, itemId);
      requireVersion(tx, before.version);
      const planned = plannedOf(content);
      requireDepartment(planned);
      if (planned.rhythm !== before.rhythm || planned.firstDueOn !== before.firstDueOn) {
        await this.requireUntouched(tx, before);
        requireFirstDay(planned.firstDueOn, shanghaiDate(tx.now));
      }
      return this.save(tx, before, planned);
    });
  }

  @Handles(disclosureItemContract.end)
  end(request: EndDisclosureItem, call: CallContext): Promise<Outcome<DisclosureItemView>> {
    return this.transactions.command(call, disclosureItemContract.end, request, async (tx) => {
      const before = await this.lock(tx, request.itemId);
      requireVersion(tx, before.version);
      const endedOn = shanghaiDate(tx.now);
      return this.save(tx, before, { state: 'ended', endedOn, endReason: request.reason });
    });
  }

  /** The bulletin is locked as well: whoever withdraws it at the same moment comes first or after. */
  @Handles(disclosureItemContract.meet)
  meet(request: MeetDisclosureOccasion, call: CallContext): Promise<Outcome<DisclosureItemView>> {
    return this.transactions.command(call, disclosureItemContract.meet, request, async (tx) => {
      const { itemId, on, bulletinId } = request;
      const row = await this.lock(tx, itemId);
      requireOccasion(row, on);
      const bulletin = await this.bulletins.lock(tx, bulletinId);
      if (bulletin === null || !isDisclosure(bulletin, { unionId: row.unionId, now: tx.now }))
        throw new DomainError('DISCLOSURE_BULLETIN_UNFIT', { pointer: '/bulletinId' });
      if ((await this.waits.disclosed(tx, itemId)).has(on)) throw new DomainError('DISCLOSURE_OCCASION_MET');
      const met = await this.disclosures.metOf(tx, [itemId]);
      if (met.some((one) => one.bulletinId === bulletinId && one.dueOn !== on))
        throw new DomainError('DISCLOSURE_BULLETIN_USED', { pointer: '/bulletinId' });
      // In the place of one that was withdrawn, if there is one.
      await this.disclosures.putMet(tx, { itemId, dueOn: on, bulletinId, linkedAt: tx.now });
      return this.linked(tx, row, { on, after: { bulletinId } });
    });
  }

  @Handles(disclosureItemContract.unlink)
  unlink(request: UnlinkDisclosureOccasion, call: CallContext): Promise<Outcome<DisclosureItemView>> {
    return this.transactions.command(call, disclosureItemContract.unlink, request, async (tx) => {
      const { itemId, on, reason } = request;
      const row = await this.lock(tx, itemId);
      const met = (await this.disclosures.metOf(tx, [itemId])).find(({ dueOn }) => dueOn === on);
      if (met === undefined) throw new DomainError('DISCLOSURE_OCCASION_NOT_MET');
      await this.disclosures.removeMet(tx, met);
      return this.linked(tx, row, { on, before: { bulletinId: met.bulletinId }, after: { reason } });
    });
  }

  /** Its members see that it is there. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `DISCLOSURE_ITEM_ENDED` */
  private async lock(tx: Transaction, id: string): Promise<DisclosureItemRow> {
    const row = await this.disclosures.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    const paths = union === null ? [] : [union.path];
    const { actor } = tx.call;
    const visible =
      row !== null &&
      actor !== null &&
      (actor.unionId === row.unionId || mayDo(actor, actions.seeDisclosures, { paths }));
    tx.authorise(actions.manageDisclosures, { paths, visible });
    if (row === null) throw new DomainError('NOT_FOUND');
    if (row.state === 'ended') throw new DomainError('DISCLOSURE_ITEM_ENDED');
    return row;
  }

  /** What was missing would not be so any more if its days could be moved. @throws DomainError `DISCLOSURE_RHYTHM_FIXED` */
  private async requireUntouched(tx: Transaction, { id, firstDueOn }: DisclosureItemRow): Promise<void> {
    const met = await this.disclosures.metOf(tx, [id]);
    if (met.length > 0 || firstDueOn < shanghaiDate(tx.now)) throw new DomainError('DISCLOSURE_RHYTHM_FIXED');
  }

  private async save(
    tx: Transaction,
    before: DisclosureItemRow,
    changes: Partial<DisclosureItemRow>,
  ): Promise<DisclosureItemView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.disclosures.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(
    tx: Transaction,
    before: DisclosureItemRow | null,
    row: DisclosureItemRow,
  ): Promise<DisclosureItemView> {
    tx.audit({
      noun: 'disclosureItem',
      id: row.id,
      before: before && auditedOf(before),
      after: auditedOf(row),
    });
    const stored = await this.waits.sync(tx, row);
    await this.waits.plan(tx, stored);
    return this.reader.view(tx, stored);
  }

  /** The day was linked, or is not any more. */
  private async linked(
    tx: Transaction,
    row: DisclosureItemRow,
    { on, before = {}, after }: { readonly on: string; readonly before?: object; readonly after: object },
  ): Promise<DisclosureItemView> {
    tx.audit({ noun: 'disclosureItem', id: row.id, before: { on, ...before }, after: { on, ...after } });
    return this.reader.view(tx, await this.waits.sync(tx, row), yearOf(on));
  }
}

/** @throws DomainError `DISCLOSURE_OCCASION_UNKNOWN` */
function requireOccasion(row: DisclosureItemRow, on: string): void {
  if (!isOccasion(row, on)) throw new DomainError('DISCLOSURE_OCCASION_UNKNOWN', { pointer: '/on' });
}

function plannedOf({ title, owedBy, department, basis, rhythm, firstDueOn }: DisclosureItemContent): Planned {
  return { title, owedBy, department: departmentOf(owedBy, department), basis, rhythm, firstDueOn };
}

function auditedOf({
  version,
  state,
  title,
  rhythm,
  firstDueOn,
  endReason,
}: DisclosureItemRow): Record<string, unknown> {
  return { version, state, title, rhythm, firstDueOn, endReason };
}
