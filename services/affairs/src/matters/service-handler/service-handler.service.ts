import { Injectable } from '@nestjs/common';
import {
  type EndServiceHandler,
  handlersOfUnionMax,
  type ListServiceHandlers,
  type NameServiceHandlers,
  namingsMax,
  serviceHandlerContract,
  type ServiceHandlersView,
  type ServiceHandlerView,
} from '@gongxiang/contracts/affairs/matters/service-handler.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, isSelf, isWithin, mayDo, newId, reachOf } from '@gongxiang/domain';
import { raiseNotices, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import type { MemberRef, UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { ServiceItemRow } from '../service-item/service-item.entity.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { ServiceHandlerRow } from './service-handler.entity.js';
import { ServiceHandlerRepository } from './service-handler.repository.js';
import { serviceHandlerView } from './service-handler.view.js';

/** Due work: the open matters of a service at a union and below follow who is named. Its key is both ids. */
export const handlersChangedDue = 'matter-handlers-changed';

/** How far the matters of a service have followed. */
export interface FollowingMatters {
  readonly serviceId: string;
  readonly unionId: string;
  readonly afterId: string | null;
}

/** Plans the next step; whoever is named meanwhile lets it begin anew. */
export function planFollowing(tx: Transaction, matters: FollowingMatters): Promise<void> {
  const { serviceId, unionId } = matters;
  const key = `${serviceId} ${unionId}`;
  return schedule(tx, { kind: handlersChangedDue, key, at: tx.now, payload: { ...matters } });
}

/** People who are named for a service: officers say who. */
@Injectable()
export class ServiceHandlerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: ServiceHandlerRepository,
    private readonly services: ServiceItemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * Whether or not the present edition asks for named people: they may be named before it does, and matters of an
   * edition that did still need them afterwards. All are named or nobody is.
   */
  @Handles(serviceHandlerContract.name)
  name(request: NameServiceHandlers, call: CallContext): Promise<Outcome<ServiceHandlersView>> {
    return this.transactions.command(call, serviceHandlerContract.name, request, async (tx) => {
      const { serviceId, unionId, title } = request;
      const personIds = [...new Set(request.personIds)];
      // Whoever sends a matter locks their record first, and then the service.
      const members = new Map<string, MemberRef | null>();
      for (const personId of [...personIds].sort())
        members.set(personId, await this.references.lockMember(tx, personId));
      const service = await this.services.lock(tx, serviceId);
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.nameHandlers, { paths: union ? [union.path] : [] });
      await this.requireOffered(tx, service, union);
      const items: ServiceHandlerView[] = [];
      for (const personId of personIds) {
        const pointer = `/personIds/${request.personIds.indexOf(personId)}`;
        await this.requireNameable(
          tx,
          { serviceId, unionId, personId, pointer },
          members.get(personId) ?? null,
        );
        items.push(await this.insert(tx, { serviceId, unionId, personId, title }));
      }
      return { items };
    });
  }

  @Handles(serviceHandlerContract.list)
  list(request: ListServiceHandlers, call: CallContext): Promise<Page<ServiceHandlerView>> {
    return this.transactions.read(call, async (tx) => {
      const { unionId } = request;
      const within = reachOf(call.actor, actions.nameHandlers);
      const union = unionId === undefined ? null : await this.references.findUnion(tx, unionId);
      const paths = unionId === undefined ? within : [union?.path ?? ''].filter((path) => path !== '');
      tx.authorise(actions.nameHandlers, { paths, visible: unionId === undefined });
      const records = await this.handlers.list(tx, { ...request, within });
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => serviceHandlerView(record, call.actor)) };
    });
  }

  /** What they have in hand is read by them no more from now on, and goes back step by step: nothing is stuck with them. */
  @Handles(serviceHandlerContract.end)
  end(request: EndServiceHandler, call: CallContext): Promise<Outcome<ServiceHandlerView>> {
    return this.transactions.command(call, serviceHandlerContract.end, request, async (tx) => {
      const before = await this.handlers.lock(tx, request.handlerId);
      const union = before && (await this.references.findUnion(tx, before.unionId));
      tx.authorise(actions.nameHandlers, { paths: union ? [union.path] : [] });
      if (before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      if (before.endedAt !== null) throw new DomainError('SERVICE_HANDLER_ENDED');
      await this.services.lock(tx, before.serviceId);
      const ended = { endedBy: tx.personId, endedAt: tx.now, endReason: request.reason };
      const row = { ...before, version: before.version + 1, ...ended };
      await this.handlers.update(tx, row);
      return this.saved(tx, row, before);
    });
  }

  /** Somebody is erased, and their rows with them: what they have in hand waits to be taken again. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    for (const { serviceId, unionId } of await this.handlers.ofPerson(tx, personId))
      await planFollowing(tx, { serviceId, unionId, afterId: null });
  }

  private async insert(
    tx: Transaction,
    named: Pick<ServiceHandlerRow, 'serviceId' | 'unionId' | 'personId' | 'title'>,
  ): Promise<ServiceHandlerView> {
    const row: ServiceHandlerRow = {
      ...named,
      id: newId(),
      version: 1,
      namedBy: tx.personId,
      namedAt: tx.now,
      endedBy: null,
      endedAt: null,
      endReason: null,
    };
    await this.handlers.insert(tx, row);
    return this.saved(tx, row, null);
  }

  /** @throws DomainError `NOT_FOUND` of a service that the caller cannot see, `SERVICE_HANDLER_ELSEWHERE` */
  private async requireOffered(
    tx: Transaction,
    service: ServiceItemRow | null,
    union: UnionRef | null,
  ): Promise<void> {
    const offering = service && (await this.references.findUnion(tx, service.unionId));
    const { actor } = tx.call;
    if (service === null || offering === null || actor === null)
      throw new DomainError('NOT_FOUND', { pointer: '/serviceId' });
    if (service.state === 'draft' && !mayDo(actor, actions.manageServices, { paths: [offering.path] }))
      throw new DomainError('NOT_FOUND', { pointer: '/serviceId' });
    if (!union?.active || !isWithin(union.path, offering.path))
      throw new DomainError('SERVICE_HANDLER_ELSEWHERE', { pointer: '/unionId' });
  }

  /**
   * Nobody names themselves: to read what is told in confidence would be up to whoever wants to.
   * @throws DomainError `SERVICE_HANDLER_SELF`, `_UNKNOWN`, `_ALREADY`, `_BUSY`, `SERVICE_HANDLERS_TOO_MANY`
   */
  private async requireNameable(
    tx: Transaction,
    {
      serviceId,
      unionId,
      personId,
      pointer,
    }: Pick<ServiceHandlerRow, 'serviceId' | 'unionId' | 'personId'> & { readonly pointer: string },
    member: MemberRef | null,
  ): Promise<void> {
    if (tx.call.actor !== null && isSelf(tx.call.actor, personId))
      throw new DomainError('SERVICE_HANDLER_SELF', { pointer });
    if (member === null || member.state === 'ended')
      throw new DomainError('SERVICE_HANDLER_UNKNOWN', { pointer });
    const there = await this.handlers.at(tx, serviceId, unionId);
    if (there.some((one) => one.personId === personId))
      throw new DomainError('SERVICE_HANDLER_ALREADY', { pointer });
    if (there.length >= handlersOfUnionMax)
      throw new DomainError('SERVICE_HANDLERS_TOO_MANY', { params: { max: handlersOfUnionMax } });
    if ((await this.handlers.ofPerson(tx, personId)).length >= namingsMax)
      throw new DomainError('SERVICE_HANDLER_BUSY', { pointer, params: { max: namingsMax } });
  }

  private async saved(
    tx: Transaction,
    row: ServiceHandlerRow,
    before: ServiceHandlerRow | null,
  ): Promise<ServiceHandlerView> {
    const { serviceId, unionId } = row;
    const noun = 'service-handler';
    tx.audit({ noun, id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    await planFollowing(tx, { serviceId, unionId, afterId: null });
    await this.tellPerson(tx, row);
    const record = await this.handlers.find(tx, row.id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return serviceHandlerView(record, tx.call.actor);
  }

  /** Named by others, nobody would know of it. */
  private async tellPerson(
    tx: Transaction,
    { id, serviceId, personId, endReason }: ServiceHandlerRow,
  ): Promise<void> {
    const service = await this.services.find(tx, serviceId);
    const kind = endReason === null ? 'serviceHandlerNamed' : 'serviceHandlerEnded';
    await raiseNotices(tx, 'affairs', [
      {
        kind,
        why: 'namedForService',
        personIds: [personId],
        about: { serviceId },
        title: service?.name ?? '',
        values: endReason === null ? {} : { reason: endReason },
        cause: `${kind}/${id}`,
      },
    ]);
  }
}

function auditedOf({
  version,
  serviceId,
  unionId,
  personId,
  endedAt,
}: ServiceHandlerRow): Record<string, unknown> {
  return { version, serviceId, unionId, personId, isEnded: endedAt !== null };
}
