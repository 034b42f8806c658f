import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  colleagueContract,
  colleaguesMax,
  type ColleaguesView,
} from '@gongxiang/contracts/membership/unions/colleague.contract';
import { type CallContext, officesOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import { RoleRepository } from './role.repository.js';

/** The names of those who hold an office together. */
@Injectable()
export class ColleagueService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: RoleRepository,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * Of the very unions, not of those below them. Nobody's record is looked at by it: who holds an office acts in the name of the union, and
   * their colleagues know them; so it is not among the looks that a person is told.
   */
  @Handles(colleagueContract.list)
  list(_request: NoRequest, call: CallContext): Promise<ColleaguesView> {
    return this.transactions.read(call, async (tx) => {
      // Whoever holds no office has no colleagues, which is no refusal.
      tx.authorise(actions.seeOwnPendingChanges, {});
      const unionIds = officesOf(tx.call.actor, actions.seeColleagues);
      const holders = await this.roles.holdersAt(tx, unionIds, colleaguesMax);
      return {
        items: holders.map(({ personId, name, roles }) => ({
          personId,
          name: this.personalData.open(personId, 'name', name),
          roles,
        })),
      };
    });
  }
}
