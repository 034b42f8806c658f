import { Injectable } from '@nestjs/common';
import {
  kitContract,
  type KitRequest,
  type KitView,
  type SetKitContentsRequest,
} from '@gongxiang/contracts/sharing/lending/kit.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { checkContents } from './kit.model.js';
import { KitRepository } from './kit.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { managedBy } from './resource.model.js';
import { ResourceRepository } from './resource.repository.js';

/** The contents of a kit. Existing loans keep what they took; later ones get the new contents. */
@Injectable()
export class KitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly resources: ResourceRepository,
    private readonly kits: KitRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(kitContract.set)
  set(request: SetKitContentsRequest, call: CallContext): Promise<Outcome<KitView>> {
    return this.transactions.command(call, kitContract.set, request, async (tx) => {
      const before = await this.resources.lockById(tx, request.resourceId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const owner = await this.references.union(tx, before.ownerUnionId);
      await authoriseMatter(tx, actions.manageResource, managedBy(before, owner.path));
      requireVersion(tx, before.version);
      const found = await this.resources.findAll(
        tx,
        request.contents.map(({ resourceId }) => resourceId),
      );
      checkContents(before, request.contents, found);
      const was = await this.kits.contents(tx, before.id);
      await this.kits.replace(tx, before.id, request.contents);
      const kit = { ...before, version: before.version + 1 };
      await this.resources.update(tx, kit);
      const auditOf = (contents: readonly { resourceId: string; quantity: number }[]) => ({
        contents: contents.map(({ resourceId, quantity }) => ({ resourceId, quantity })),
      });
      tx.audit({ noun: 'resource', id: kit.id, before: auditOf(was), after: auditOf(request.contents) });
      return this.view(tx, kit);
    });
  }

  @Handles(kitContract.get)
  get(request: KitRequest, call: CallContext): Promise<KitView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const kit = await this.resources.findById(tx, request.resourceId);
      if (kit?.counting !== 'kit') throw new DomainError('NOT_FOUND');
      return this.view(tx, kit);
    });
  }

  private async view(tx: Transaction, kit: ResourceRow): Promise<KitView> {
    const contents = await this.kits.contents(tx, kit.id);
    const rows = await this.resources.findAll(
      tx,
      contents.map(({ resourceId }) => resourceId),
    );
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    return {
      resourceId: kit.id,
      version: kit.version,
      contents: contents.map(({ resourceId, quantity }) => ({
        resourceId,
        quantity,
        title: titles.get(resourceId) ?? '',
      })),
    };
  }
}
