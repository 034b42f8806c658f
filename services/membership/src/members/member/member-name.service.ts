import { Injectable } from '@nestjs/common';
import {
  type ListMemberNames,
  memberNameContract,
  type MemberNamesView,
} from '@gongxiang/contracts/membership/members/member-name.contract';
import { type CallContext, mayDo } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { noteLook, Transactions } from '@gongxiang/persistence';
import { actions as personActions } from '../../persons/actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import { phoneEndingsOf } from './member-name.model.js';
import { MemberRepository } from './member.repository.js';

/** Names of members for a list that another service makes, and what tells two of one name apart. */
@Injectable()
export class MemberNameService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MemberRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** Whom the caller may not see is left out. That somebody has looked is told to each person. */
  @Handles(memberNameContract.list)
  list({ personIds }: ListMemberNames, call: CallContext): Promise<MemberNamesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeMe, {});
      const records = await this.members.namesOf(tx, personIds);
      const { actor } = tx.call;
      const seen = records.filter(
        ({ personId, unionPath }) =>
          actor !== null && mayDo(actor, personActions.seeMember, { paths: [unionPath], personId }),
      );
      noteLook(
        tx,
        'record',
        seen.map(({ personId }) => personId),
      );
      const people = seen.map(({ personId, name, phone }) => ({
        personId,
        name: this.personalData.open(personId, 'name', name),
        phone: phone && this.personalData.open(personId, 'phone', phone),
      }));
      const endings = phoneEndingsOf(people);
      return {
        items: people.map(({ personId, name }) => ({
          personId,
          name,
          phoneEnding: endings.get(personId) ?? null,
        })),
      };
    });
  }
}
