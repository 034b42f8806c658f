import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ChangeContactPoint,
  contactPointContract,
  type ContactPointId,
  type ContactPointView,
  type CreateContactPoint,
  type ListContactPoints,
  type ListPublicContactPoints,
} from '@gongxiang/contracts/membership/unions/contact-point.contract';
import { type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import type { ContactPointRow } from './contact-point.entity.js';
import { type ContactPointOfUnion, ContactPointRepository } from './contact-point.repository.js';

@Injectable()
export class ContactPointService {
  constructor(
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointRepository,
    private readonly unions: UnionRepository,
  ) {}

  @Handles(contactPointContract.create)
  create(request: CreateContactPoint, call: CallContext): Promise<Outcome<ContactPointView>> {
    return this.transactions.command(call, contactPointContract.create, request, async (tx) => {
      const union = await this.unionOf(tx, request.unionId, '/unionId');
      tx.authorise(actions.manageContactPoints, { paths: [union.path], visible: true });
      const row = {
        id: newId(),
        version: 1,
        unionId: union.id,
        ...fieldsOf(request),
        active: true,
        createdAt: tx.now,
      };
      await this.contactPoints.insert(tx, row);
      tx.audit({ noun: 'contactPoint', id: row.id, before: null, after: stateOf(row) });
      return viewOf({ ...row, union });
    });
  }

  @Handles(contactPointContract.change)
  change(request: ChangeContactPoint, call: CallContext): Promise<Outcome<ContactPointView>> {
    return this.transactions.command(call, contactPointContract.change, request, async (tx) => {
      const before = await this.contactPoints.lockById(tx, request.contactPointId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const union = await this.unionOf(tx, before.unionId);
      tx.authorise(actions.manageContactPoints, { paths: [union.path], visible: before.active });
      requireVersion(tx, before.version);
      const { active } = request;
      const row = { ...before, version: before.version + 1, ...fieldsOf(request), active };
      await this.contactPoints.update(tx, row);
      tx.audit({ noun: 'contactPoint', id: row.id, before: stateOf(before), after: stateOf(row) });
      return viewOf({ ...row, union });
    });
  }

  @Handles(contactPointContract.get)
  get({ contactPointId }: ContactPointId, call: CallContext): Promise<ContactPointView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeUnion, {});
      const row = await this.contactPoints.findById(tx, contactPointId);
      if (row === null) throw new DomainError('NOT_FOUND');
      if (!row.active) tx.authorise(actions.manageContactPoints, { paths: [row.union.path] });
      return viewOf(row);
    });
  }

  @Handles(contactPointContract.list)
  list(request: ListContactPoints, call: CallContext): Promise<Page<ContactPointView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeUnion, {});
      const closedBelow = reachOf(tx.call.actor, actions.manageContactPoints);
      return this.page(tx, { ...request, closedBelow });
    });
  }

  @Handles(contactPointContract.listPublic)
  listPublic(
    { unionId, ...page }: ListPublicContactPoints,
    call: CallContext,
  ): Promise<Page<ContactPointView>> {
    return this.transactions.read(call, async (tx) => {
      await this.unionOf(tx, unionId);
      return this.page(tx, { ...page, union: unionId, closedBelow: [] });
    });
  }

  private async page(
    tx: Transaction,
    filter: Parameters<ContactPointRepository['list']>[1],
  ): Promise<Page<ContactPointView>> {
    const rows = await this.contactPoints.list(tx, filter);
    return toPage(rows.map(viewOf), { limit: filter.limit, cursorOf: (view) => [view.name, view.id] });
  }

  private async unionOf(tx: Transaction, id: string, pointer?: string): Promise<UnionRow> {
    const union = await this.unions.findById(tx, id);
    if (union === null) throw new DomainError('NOT_FOUND', pointer === undefined ? {} : { pointer });
    return union;
  }
}

type Fields = Pick<ContactPointRow, 'name' | 'about' | 'phone' | 'address' | 'hours'>;

function fieldsOf({ name, about, phone, address, hours }: CreateContactPoint | ChangeContactPoint): Fields {
  return { name, about: about ?? null, phone: phone ?? null, address: address ?? null, hours: hours ?? null };
}

function stateOf({ unionId, name, about, phone, address, hours, active }: ContactPointRow) {
  return { unionId, name, about, phone, address, hours, active };
}

function viewOf({ id, version, union, ...row }: ContactPointOfUnion): ContactPointView {
  return { id, version, unionName: union.name, ...stateOf(row as ContactPointRow) };
}
