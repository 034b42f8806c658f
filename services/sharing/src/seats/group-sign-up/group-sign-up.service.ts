import { Injectable } from '@nestjs/common';
import {
  groupSignUpContract,
  type GroupSignUpsOf,
  groupSignUpsMax,
  type GroupSignUpsView,
} from '@gongxiang/contracts/sharing/seats/group-sign-up.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { mayCount } from './group-sign-up.model.js';
import { GroupSignUpRepository } from './group-sign-up.repository.js';

/** How many of a group have signed up, so that its leader knows whether to remind them all; never who. */
@Injectable()
export class GroupSignUpService {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: ReferenceRepository,
    private readonly signUps: GroupSignUpRepository,
  ) {}

  @Handles(groupSignUpContract.get)
  get({ groupId }: GroupSignUpsOf, call: CallContext): Promise<GroupSignUpsView> {
    return this.transactions.read(call, async (tx) => {
      const group = await this.references.group(tx, groupId);
      const paths = group === null ? [] : await this.references.pathsOf(tx, [group.unionId]);
      const leads = group?.leaderId == null ? {} : { personId: group.leaderId };
      tx.authorise(actions.seeGroupSignUps, { paths, ...leads });
      const people = await this.signUps.countPeople(tx, groupId);
      const isCounted = mayCount(people);
      const rows = isCounted ? await this.signUps.ahead(tx, groupId, groupSignUpsMax) : [];
      const activities = rows.map(({ startsAt, ...row }) => ({ ...row, startsAt: startsAt.toISOString() }));
      return { groupId, people, isCounted, activities };
    });
  }
}
