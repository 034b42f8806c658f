import { Injectable } from '@nestjs/common';
import type { GetResourceRequest } from '@gongxiang/contracts/sharing/lending/resource.contract';
import {
  type ResourceCustodianView,
  resourceProfileContract,
  type SaveResourceCustodianRequest,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { loanAccess } from '../../lending/loan/loan-access.js';
import { ResourceManagement } from '../../lending/resource/resource-management.js';
import { CustodianRow } from './profile.entity.js';

/** The custodian who hands a resource over. Their contact is shown only to those who need it. */
@Injectable()
export class CustodianService {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
  ) {}

  /** Omitted fields and null clear. */
  @Handles(resourceProfileContract.saveCustodian)
  save(request: SaveResourceCustodianRequest, call: CallContext): Promise<Outcome<ResourceCustodianView>> {
    return this.transactions.command(call, resourceProfileContract.saveCustodian, request, async (tx) => {
      const { id: resourceId } = await this.management.lock(tx, request.resourceId);
      const before = await tx.sql.findOneBy(CustodianRow, { resourceId });
      const { name = null, deskHours = null, contact = null } = request;
      const version = before?.version ?? 0;
      requireVersion(tx, version);
      const row = { resourceId, version: version + 1, name, deskHours, contact };
      await tx.sql.upsert(CustodianRow, row, ['resourceId']);
      // Contacts are personal data: the audit records that they changed, not to what.
      const auditOf = (one: CustodianRow | null) =>
        one && { name: one.name, deskHours: one.deskHours, hasContact: one.contact !== null };
      tx.audit({ noun: 'resourceCustodian', id: resourceId, before: auditOf(before), after: auditOf(row) });
      return viewOf(resourceId, row, true);
    });
  }

  @Handles(resourceProfileContract.custodian)
  get({ resourceId }: GetResourceRequest, call: CallContext): Promise<ResourceCustodianView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.management.see(tx, resourceId);
      const row = await tx.sql.findOneBy(CustodianRow, { resourceId });
      const isShown =
        row !== null &&
        ((await this.management.isManagedByCaller(tx, resource)) ||
          (await loanAccess(tx, resourceId)) !== null);
      return viewOf(resourceId, row, isShown);
    });
  }
}

/** The default without a custodian. */
const nobody = { version: 0, name: null, deskHours: null, contact: null };

function viewOf(resourceId: string, row: CustodianRow | null, isShown: boolean): ResourceCustodianView {
  const { version, name, deskHours, contact } = row ?? nobody;
  return {
    resourceId,
    version,
    name,
    deskHours,
    contact: isShown ? contact : null,
    hasContact: contact !== null,
  };
}
