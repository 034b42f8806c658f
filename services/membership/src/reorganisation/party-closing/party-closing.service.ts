import { Injectable } from '@nestjs/common';
import {
  type ClosingFindings,
  closingFindingsOf,
  membershipClosing,
  type PartyToClose,
} from '@gongxiang/contracts/words/party-closing';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';

/** What this service still has of a party that its union may close. */
@Injectable()
export class PartyClosingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationRepository,
    private readonly unions: UnionRepository,
  ) {}

  @Handles(membershipClosing.findings)
  findings({ kind, id }: PartyToClose, call: CallContext): Promise<ClosingFindings> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOrganisation, {});
      if (kind === 'union') throw new DomainError('NOT_FOUND');
      const row = await this.organisations.findById(tx, kind, id);
      const union = row && (await this.unions.findById(tx, row.unionId));
      if (row === null || union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.closeOrganisation, { paths: [union.path], visible: true });
      const count = kind === 'club' ? await this.organisations.countMembers(tx, id) : 0;
      return closingFindingsOf({ members: count });
    });
  }
}
