import { Injectable } from '@nestjs/common';
import type { VacancyId, VacancyView } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import {
  type AnswerVacancyInterest,
  type ListVacancyInterests,
  type MyVacancyInterestLine,
  type SendNamedVacancyInterest,
  vacancyInterestContract,
  type VacancyInterestView,
} from '@gongxiang/contracts/affairs/listings/vacancy-interest.contract';
import type { Page, PageRequest } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, isSelf, newId } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { noteLook, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { VacancyDueWork } from '../vacancy/vacancy.due.js';
import type { VacancyRow } from '../vacancy/vacancy.entity.js';
import { VacancyReader } from '../vacancy/vacancy-reader.js';
import { VacancyRepository } from '../vacancy/vacancy.repository.js';
import { isVacancyFor, isVacancyShown, readsInterests } from '../vacancy/vacancy.view.js';
import type { VacancyInterestRow } from './vacancy-interest.entity.js';
import { noticeOf, requireAnswerable } from './vacancy-interest.model.js';
import { type InterestRecord, VacancyInterestRepository } from './vacancy-interest.repository.js';
import { VacancyInterestSeal } from './vacancy-interest-seal.js';

/** People say that they are interested in a vacancy; officers of the union that has published it read and answer it. */
@Injectable()
export class VacancyInterestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly interests: VacancyInterestRepository,
    private readonly vacancies: VacancyRepository,
    private readonly reader: VacancyReader,
    private readonly work: VacancyDueWork,
    private readonly seal: VacancyInterestSeal,
  ) {}

  /** The lock of the vacancy keeps two at once to one. */
  @Handles(vacancyInterestContract.send)
  send(request: SendNamedVacancyInterest, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyInterestContract.send, request, async (tx) => {
      tx.authorise(actions.sendInterest, {});
      const { vacancyId, name, words, phone } = request;
      const row = await this.vacancies.lock(tx, vacancyId);
      const { vacancy, publisher, interest } = await this.reader.seen(tx, vacancyId);
      if (row === null) throw new DomainError('NOT_FOUND');
      if (interest !== null) throw new DomainError('VACANCY_INTEREST_SENT');
      if (!isVacancyShown(vacancy, tx.now)) throw new DomainError('VACANCY_STATE');
      if (!isVacancyFor(vacancy, publisher, call.actor)) throw new DomainError('NOT_PERMITTED');
      const id = newId();
      await this.interests.insert(tx, {
        id,
        version: 1,
        vacancyId,
        personId: tx.personId,
        state: 'sent',
        sealedName: this.seal.seal('name', id, name),
        sealedWords: words == null ? null : this.seal.seal('words', id, words),
        sealedPhone: this.seal.seal('phone', id, phone),
        sentAt: tx.now,
        answeredAt: null,
        answeredBy: null,
      });
      tx.audit({ noun: 'vacancy-interest', id, before: null, after: { state: 'sent' } });
      await this.work.sync(tx, row);
      return this.reader.view(tx, vacancyId);
    });
  }

  /** Possible at any time, also once the vacancy is over; nothing is left of it. */
  @Handles(vacancyInterestContract.withdraw)
  withdraw(request: VacancyId, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyInterestContract.withdraw, request, async (tx) => {
      tx.authorise(actions.sendInterest, {});
      const row = await this.vacancies.lock(tx, request.vacancyId);
      const interest = row && (await this.interests.own(tx, row.id));
      if (row === null || interest === null) throw new DomainError('NOT_FOUND');
      const last = await this.reader.view(tx, row.id);
      await this.interests.removeOwn(tx, row.id);
      tx.audit({
        noun: 'vacancy-interest',
        id: interest.id,
        before: { state: interest.state },
        after: null,
      });
      await this.work.sync(tx, row);
      // Whoever took it back may see it no more: the answer is what they saw.
      return { ...last, interest: null };
    });
  }

  @Handles(vacancyInterestContract.answer)
  answer(request: AnswerVacancyInterest, call: CallContext): Promise<Outcome<VacancyInterestView>> {
    return this.transactions.command(call, vacancyInterestContract.answer, request, async (tx) => {
      const { interestId, answer } = request;
      tx.authorise(actions.sendInterest, {});
      const found = await this.interests.find(tx, interestId);
      // In the order in which whoever sends one locks, too.
      const vacancy = found && (await this.vacancies.lock(tx, found.vacancyId));
      const before = vacancy && (await this.interests.lock(tx, interestId));
      if (found === null || vacancy === null || before === null) throw new DomainError('NOT_FOUND');
      await this.requireReader(tx, vacancy);
      if (call.actor !== null && isSelf(call.actor, before.personId)) throw new DomainError('NOT_PERMITTED');
      requireVersion(tx, before.version);
      requireAnswerable(before.state, answer);
      const row: VacancyInterestRow = {
        ...before,
        state: answer,
        version: before.version + 1,
        answeredAt: tx.now,
        answeredBy: tx.personId,
      };
      await this.interests.update(tx, row);
      tx.audit({
        noun: 'vacancy-interest',
        id: row.id,
        before: { state: before.state },
        after: { state: row.state },
      });
      const kind = noticeOf[answer];
      await raiseNotices(tx, 'affairs', [
        {
          kind,
          why: 'sentInterest',
          personIds: [found.presentId],
          cause: `${kind}/${row.id}`,
          about: { vacancyId: vacancy.id },
          title: vacancy.title,
        },
      ]);
      await this.work.sync(tx, vacancy);
      return this.view(tx, { ...found, ...row });
    });
  }

  @Handles(vacancyInterestContract.list)
  list(request: ListVacancyInterests, call: CallContext): Promise<Page<VacancyInterestView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.sendInterest, {});
      const vacancy = await this.vacancies.find(tx, request.vacancyId);
      if (vacancy === null) throw new DomainError('NOT_FOUND');
      await this.requireReader(tx, vacancy);
      const page = toPage(await this.interests.ofVacancy(tx, request), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
      return { ...page, items: page.items.map((record) => this.view(tx, record)) };
    });
  }

  @Handles(vacancyInterestContract.listMine)
  listMine(request: PageRequest, call: CallContext): Promise<Page<MyVacancyInterestLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.sendInterest, {});
      const page = toPage(await this.interests.listOwn(tx, request), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
      return {
        ...page,
        items: page.items.map((row) => {
          const { id, state, vacancyId, title, employerName, vacancyState, until, sentAt, answeredAt } = row;
          const { words, phone } = this.seal.open(row);
          return {
            id,
            state,
            words,
            phone,
            sentAt: sentAt.toISOString(),
            answeredAt: answeredAt?.toISOString() ?? null,
            vacancyId,
            title,
            employerName,
            vacancyState,
            until,
          };
        }),
      };
    });
  }

  /** Nobody is waited for any more because of somebody whose interests are about to be erased. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    for (const vacancyId of await this.interests.vacanciesOf(tx, personId)) {
      const row = await this.vacancies.lock(tx, vacancyId);
      if (row !== null) await this.work.sync(tx, row, personId);
    }
  }

  /**
   * Officers of the very union that has published it; those above may see the vacancy, and not who is interested.
   * @throws DomainError `NOT_FOUND` to whoever does not see it, `NOT_PERMITTED`
   */
  private async requireReader(tx: Transaction, vacancy: VacancyRow): Promise<void> {
    await this.reader.seen(tx, vacancy.id);
    if (!readsInterests(vacancy, tx.call.actor)) throw new DomainError('NOT_PERMITTED');
  }

  /** That somebody has read it is told to the person. */
  private view(tx: Transaction, record: InterestRecord): VacancyInterestView {
    const { id, version, state, presentId, unionName, sentAt, answeredAt } = record;
    noteLook(tx, 'vacancyInterest', [presentId]);
    return {
      id,
      version,
      state,
      ...this.seal.open(record),
      unionName,
      sentAt: sentAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    };
  }
}
