import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  meContract,
  type MeView,
  type OwnPhoneView,
  type UpdateMeRequest,
} from '@gongxiang/contracts/membership/members/me.contract';
import { type CallContext, DomainError, maskPhone } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { type FoundActor, SessionRepository } from '../../access/session/session.repository.js';
import { MemberRepository } from '../member/member.repository.js';
import { AccountNews } from '../../access/account-news/account-news.js';
import { PasswordChange } from './password-change.js';

const noTerms: Pick<MeView, 'unionName' | 'employmentKind'> = { unionName: null, employmentKind: null };

const noActor: Pick<FoundActor, 'unionId' | 'roles' | 'secondFactorDueAt'> = {
  unionId: null,
  roles: [],
  secondFactorDueAt: null,
};

@Injectable()
export class MeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly personalData: PersonalData,
    private readonly passwordChange: PasswordChange,
    private readonly news: AccountNews,
  ) {}

  @Handles(meContract.get)
  get(_request: NoRequest, call: CallContext): Promise<MeView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeMe, {});
      const row = await this.people.findById(tx, tx.personId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.viewOf(tx, row);
    });
  }

  @Handles(meContract.phone)
  async phone(_request: NoRequest, call: CallContext): Promise<OwnPhoneView> {
    refuseApiKey(call.actor);
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnContacts, {});
      const row = await this.people.findById(tx, tx.personId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return { phone: row.phone && this.personalData.open(row.id, 'phone', row.phone) };
    });
  }

  @Handles(meContract.update)
  async update(request: UpdateMeRequest, call: CallContext): Promise<Outcome<MeView>> {
    const password = await this.passwordChange.prepare(request, call);
    const work = async (tx: Transaction): Promise<MeView | null> => {
      tx.authorise(actions.changeMe, {});
      if (password !== null && !(await this.passwordChange.accept(tx, password))) return null;
      const before = await this.people.lockById(tx, tx.personId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const row: PersonRow = {
        ...before,
        version: before.version + 1,
        locale: request.locale ?? before.locale,
        passwordHash: password?.hash ?? before.passwordHash,
      };
      await this.people.update(tx, row);
      tx.audit({
        noun: 'person',
        id: row.id,
        before: { locale: before.locale },
        after: { locale: row.locale, passwordChanged: password !== null },
      });
      if (password !== null) await this.news.tell(tx, row, 'passwordChanged', `${row.id}/${row.version}`);
      return this.viewOf(tx, row);
    };
    // The answer stored for replays contains no name in the clear.
    const keep = (view: MeView | null): MeView | null =>
      view && { ...view, name: view.maskedName, employmentKind: null };
    const outcome = await this.transactions.command(call, meContract.update, this.comparable(request), work, {
      keep,
    });
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (outcome.body === null) throw new DomainError('PASSWORD_WRONG', { pointer: '/currentPassword' });
    return { ...outcome, body: outcome.body };
  }

  /** The stored request hash must not allow trying out passwords. */
  private comparable({ locale, currentPassword, newPassword }: UpdateMeRequest): object {
    const passwords = JSON.stringify([currentPassword, newPassword]);
    return { locale, secret: newPassword ? this.personalData.hash('request', passwords) : null };
  }

  private async viewOf(tx: Transaction, row: PersonRow): Promise<MeView> {
    const actor = (await this.sessions.findActors(tx, [row.id])).get(row.id);
    const { unionId, roles, secondFactorDueAt } = actor ?? noActor;
    const terms = unionId === null ? null : await this.members.findTermsAt(tx, row.id, unionId);
    const phone = row.phone === null ? null : maskPhone(this.personalData.open(row.id, 'phone', row.phone));
    return {
      personId: row.id,
      name: this.personalData.open(row.id, 'name', row.name),
      maskedName: row.maskedName,
      account: row.account ?? phone,
      unionId,
      ...(terms ?? noTerms),
      roles,
      locale: row.locale,
      secondFactorDueAt: secondFactorDueAt?.toISOString() ?? null,
    };
  }
}
