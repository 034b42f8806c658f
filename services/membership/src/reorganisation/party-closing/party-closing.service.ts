import { Injectable } from '@nestjs/common';
import {
  type ClosingFindings,
  closingFindingsOf,
  membershipClosing,
  type PartyToClose,
} from '@gongxiang/contracts/words/party-closing';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as clubActions } from '../../clubs/actions.js';
import { OrganisationRepository } from '../../clubs/organisation/organisation.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { blocking } from '../union-closing/union-closing.model.js';
import { UnionClosingRepository } from '../union-closing/union-closing.repository.js';

/** What this service still has of a party that a union may close: a club, an organisation, or a union below it. */
@Injectable()
export class PartyClosingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationRepository,
    private readonly unions: UnionRepository,
    private readonly closings: UnionClosingRepository,
  ) {}

  @Handles(membershipClosing.findings)
  findings({ kind, id }: PartyToClose, call: CallContext): Promise<ClosingFindings> {
    return this.transactions.read(call, (tx) =>
      kind === 'union' ? this.ofUnion(tx, id) : this.ofOrganisation(tx, kind, id),
    );
  }

  private async ofUnion(tx: Transaction, id: string): Promise<ClosingFindings> {
    const union = await this.unions.findById(tx, id);
    tx.authorise(actions.proposeUnionClosing, { paths: union === null ? [] : [union.path], visible: true });
    if (union === null) throw new DomainError('NOT_FOUND');
    return closingFindingsOf(await this.closings.countLeft(tx, id), blocking);
  }

  private async ofOrganisation(
    tx: Transaction,
    kind: 'club' | 'organisation',
    id: string,
  ): Promise<ClosingFindings> {
    tx.authorise(clubActions.seeOrganisation, {});
    const row = await this.organisations.findById(tx, kind, id);
    const union = row && (await this.unions.findById(tx, row.unionId));
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    tx.authorise(clubActions.closeOrganisation, { paths: [union.path], visible: true });
    const count = kind === 'club' ? await this.organisations.countMembers(tx, id) : 0;
    return closingFindingsOf({ members: count });
  }
}
