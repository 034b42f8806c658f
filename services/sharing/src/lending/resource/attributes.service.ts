import { Injectable } from '@nestjs/common';
import {
  resourceAttributesContract,
  type ResourceAttributesView,
  type SaveResourceAttributesRequest,
} from '@gongxiang/contracts/sharing/lending/resource-attributes.contract';
import type { GetResourceRequest } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { AttributesRow } from './attributes.entity.js';
import { attributesFor } from './attributes.model.js';
import { ResourceManagement } from './resource-management.js';
import { offerResource } from './resource-offer.js';

/** Function-specific attributes of a resource. */
@Injectable()
export class AttributesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
  ) {}

  /** @throws DomainError `ATTRIBUTE_NOT_FOR_FUNCTION` */
  @Handles(resourceAttributesContract.save)
  save(request: SaveResourceAttributesRequest, call: CallContext): Promise<Outcome<ResourceAttributesView>> {
    return this.transactions.command(call, resourceAttributesContract.save, request, async (tx) => {
      const resource = await this.management.lock(tx, request.resourceId);
      const { id: resourceId } = resource;
      const before = await tx.sql.findOneBy(AttributesRow, { resourceId });
      const version = before?.version ?? 0;
      requireVersion(tx, version);
      const row = { resourceId, version: version + 1, ...attributesFor(resource.function, request) };
      await tx.sql.upsert(AttributesRow, row, ['resourceId']);
      await offerResource(tx, resource);
      tx.audit({
        noun: 'resourceAttributes',
        id: resourceId,
        before: before && { ...before },
        after: row,
      });
      return row;
    });
  }

  @Handles(resourceAttributesContract.get)
  get({ resourceId }: GetResourceRequest, call: CallContext): Promise<ResourceAttributesView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.management.see(tx, resourceId);
      const row = await tx.sql.findOneBy(AttributesRow, { resourceId });
      return row ?? { resourceId, version: 0, ...attributesFor(resource.function, {}) };
    });
  }
}
