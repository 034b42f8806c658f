import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import {
  type ChangeServiceItem,
  type CloseServiceItem,
  type CreateServiceItem,
  type ListPublicServices,
  type ListServiceItems,
  type ServiceDefinition,
  serviceItemContract,
  type ServiceItemId,
  type ServiceItemSummary,
  type ServiceItemView,
  type ServiceTemplatesView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { type CallContext, DomainError, mayDo, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { serviceTemplates } from '../service-template/service-templates.js';
import type { ServiceItemRow } from './service-item.entity.js';
import { checkDefinition, nextServiceState, servicesMax } from './service-item.model.js';
import { type ServiceItemRecord, ServiceItemRepository } from './service-item.repository.js';
import { serviceItemSummary, serviceItemView } from './service-item.view.js';

/** The catalogue of services: officers of a union design them, and offer them to people. */
@Injectable()
export class ServiceItemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly services: ServiceItemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(serviceItemContract.create)
  create(request: CreateServiceItem, call: CallContext): Promise<Outcome<ServiceItemView>> {
    return this.transactions.command(call, serviceItemContract.create, request, async (tx) => {
      const { unionId, ...definition } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageServices, { paths: union ? [union.path] : [] });
      requireValid(definition, null, tx.now);
      if ((await this.services.countOf(tx, unionId, servicesMax)) >= servicesMax)
        throw new DomainError('SERVICES_TOO_MANY', { params: { max: servicesMax } });
      const row: ServiceItemRow = {
        id: newId(),
        version: 1,
        unionId,
        state: 'draft',
        edition: 1,
        ...headingOf(definition),
        closeReason: null,
        openedAt: null,
      };
      await this.services.insert(tx, row);
      return this.saved(tx, row, { before: null, definition });
    });
  }

  @Handles(serviceItemContract.change)
  change(request: ChangeServiceItem, call: CallContext): Promise<Outcome<ServiceItemView>> {
    return this.transactions.command(call, serviceItemContract.change, request, async (tx) => {
      const { serviceId, ...definition } = request;
      const before = await this.lock(tx, serviceId);
      requireValid(definition, await this.services.edition(tx, serviceId, before.edition), tx.now);
      const row = {
        ...before,
        version: before.version + 1,
        edition: before.edition + 1,
        ...headingOf(definition),
      };
      await this.services.update(tx, row);
      return this.saved(tx, row, { before, definition });
    });
  }

  @Handles(serviceItemContract.open)
  open({ serviceId }: ServiceItemId, call: CallContext): Promise<Outcome<ServiceItemView>> {
    return this.transactions.command(call, serviceItemContract.open, { serviceId }, async (tx) => {
      const before = await this.lock(tx, serviceId);
      const state = nextServiceState(before.state, 'open');
      const row = { ...before, version: before.version + 1, state, closeReason: null, openedAt: tx.now };
      await this.services.update(tx, row);
      return this.saved(tx, row, { before });
    });
  }

  @Handles(serviceItemContract.close)
  close(request: CloseServiceItem, call: CallContext): Promise<Outcome<ServiceItemView>> {
    return this.transactions.command(call, serviceItemContract.close, request, async (tx) => {
      const before = await this.lock(tx, request.serviceId);
      const state = nextServiceState(before.state, 'close');
      const row = { ...before, version: before.version + 1, state, closeReason: request.reason };
      await this.services.update(tx, row);
      return this.saved(tx, row, { before });
    });
  }

  @Handles(serviceItemContract.get)
  get({ serviceId }: ServiceItemId, call: CallContext): Promise<ServiceItemView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeServices, {});
      return this.view(tx, serviceId);
    });
  }

  @Handles(serviceItemContract.getPublic)
  getPublic({ serviceId }: ServiceItemId, call: CallContext): Promise<ServiceItemView> {
    return this.transactions.read(call, (tx) => this.view(tx, serviceId));
  }

  @Handles(serviceItemContract.templates)
  templates(_request: NoRequest, call: CallContext): Promise<ServiceTemplatesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.manageServices, {
        paths: reachOf(call.actor, actions.manageServices),
        visible: true,
      });
      return { items: [...serviceTemplates] };
    });
  }

  @Handles(serviceItemContract.list)
  list(request: ListServiceItems, call: CallContext): Promise<Page<ServiceItemSummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeServices, {});
      return this.page(tx, request);
    });
  }

  @Handles(serviceItemContract.listPublic)
  listPublic(request: ListPublicServices, call: CallContext): Promise<Page<ServiceItemSummary>> {
    return this.transactions.read(call, (tx) => this.page(tx, request));
  }

  /** @throws DomainError `NOT_FOUND` */
  private async view(tx: Transaction, serviceId: string): Promise<ServiceItemView> {
    const record = await this.services.find(tx, serviceId);
    if (record === null || !isVisible(record, tx.call)) throw new DomainError('NOT_FOUND');
    return serviceItemView(record, tx.call.actor);
  }

  private async page(tx: Transaction, request: ListServiceItems): Promise<Page<ServiceItemSummary>> {
    const { actor } = tx.call;
    const within = reachOf(actor, actions.manageServices);
    const records = await this.services.list(tx, { ...request, state: request.state ?? 'open', within });
    const page = toPage(records, { limit: request.limit, cursorOf: ({ name, id }) => [name, id] });
    return { ...page, items: page.items.map((record) => serviceItemSummary(record, actor)) };
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE` */
  private async lock(tx: Transaction, serviceId: string): Promise<ServiceItemRow> {
    const row = await this.services.lock(tx, serviceId);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    const isOffered = row?.state === 'open';
    tx.authorise(actions.manageServices, { paths: union ? [union.path] : [], visible: isOffered });
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return row;
  }

  /** @param definition of a new edition; what was before stays in force where absent */
  private async saved(
    tx: Transaction,
    row: ServiceItemRow,
    change: { readonly before: ServiceItemRow | null; readonly definition?: ServiceDefinition },
  ): Promise<ServiceItemView> {
    if (change.definition !== undefined)
      await this.services.addEdition(tx, {
        serviceId: row.id,
        number: row.edition,
        definition: change.definition,
        createdAt: tx.now,
      });
    tx.audit({
      noun: 'service',
      id: row.id,
      before: change.before && auditedOf(change.before),
      after: auditedOf(row),
    });
    const record = await this.services.find(tx, row.id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return serviceItemView(record, tx.call.actor);
  }
}

/** Whatever is not open is for officers of its union and above. */
function isVisible({ state, unionPath }: ServiceItemRecord, { actor }: CallContext): boolean {
  if (state === 'open') return true;
  return actor !== null && mayDo(actor, actions.manageServices, { paths: [unionPath] });
}

/** @throws DomainError `SERVICE_INVALID` with what is wrong */
function requireValid(definition: ServiceDefinition, before: ServiceDefinition | null, now: Date): void {
  const errors = checkDefinition(definition, before, now);
  if (errors.length > 0) throw new DomainError('SERVICE_INVALID', { errors });
}

function headingOf({
  name,
  category,
}: ServiceDefinition): Pick<ServiceItemRow, 'name' | 'pinyin' | 'category'> {
  return { name, pinyin: pinyinOf(name), category };
}

function auditedOf({ version, state, edition, name }: ServiceItemRow): Record<string, unknown> {
  return { version, state, edition, name };
}
