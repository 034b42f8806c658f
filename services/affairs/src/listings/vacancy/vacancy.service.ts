import { Injectable } from '@nestjs/common';
import {
  type ChangeVacancy,
  type CreateEmployerVacancy,
  type ExtendVacancy,
  type PublishVacancy,
  type VacancyAct,
  vacancyContract,
  vacancyDaysMax,
  type VacancyDefinition,
  type VacancyId,
  type VacancyView,
  type WithdrawVacancy,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import {
  type Actor,
  type CallContext,
  DomainError,
  fromWire,
  isWithin,
  mayDo,
  newId,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { audienceKeyOf } from '../../bulletins/audience/audience.model.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { VacancyDueWork } from './vacancy.due.js';
import type { VacancyRow } from './vacancy.entity.js';
import { nextVacancyState, requireNoFee, requireUntil, vacancyProblems } from './vacancy.model.js';
import { VacancyReader } from './vacancy-reader.js';
import { VacancyRepository } from './vacancy.repository.js';
import { feeWordsOf } from './vacancy.view.js';

interface LockedVacancy {
  readonly row: VacancyRow;
  readonly union: UnionRef;
}

/** Officers write vacancies of the enterprises of their unions, show them, and end them. */
@Injectable()
export class VacancyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly vacancies: VacancyRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: VacancyReader,
    private readonly work: VacancyDueWork,
  ) {}

  @Handles(vacancyContract.create)
  create(request: CreateEmployerVacancy, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.create, request, async (tx) => {
      const { unionId, employerName, ...definition } = request;
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.manageVacancies, { paths: union ? [union.path] : [] });
      if (union === null) throw new DomainError('NOT_FOUND');
      if (!employerName) throw new DomainError('VACANCY_NO_EMPLOYER', { pointer: '/unionId' });
      const publisherId = officeFor(call.actor, union);
      const row: VacancyRow = {
        id: newId(),
        version: 1,
        unionId,
        publisherId,
        employerName,
        state: 'draft',
        ...defined(definition, { publisherId, employerName }, tx.now),
        publishedAt: null,
        endedAt: null,
        withdrawReason: null,
        withdrawnAbove: false,
        writtenBy: tx.personId,
        hiddenAt: null,
        hiddenReason: null,
      };
      await this.vacancies.insert(tx, row);
      return this.saved(tx, null, row);
    });
  }

  /** For whom it is stays once it is published: those who were to see it have seen it. */
  @Handles(vacancyContract.change)
  change(request: ChangeVacancy, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.change, request, async (tx) => {
      const { vacancyId, feeWordsSeen, ...definition } = request;
      const { row: before } = await this.lock(tx, vacancyId, 'change');
      if (before.state !== 'draft' && definition.audience !== before.audience)
        throw new DomainError('VACANCY_AUDIENCE_FIXED', { pointer: '/audience' });
      const changes = defined(definition, before, tx.now);
      if (before.state !== 'draft') requireNoFee(feeWordsOf({ ...before, ...changes }), feeWordsSeen);
      return this.save(tx, before, changes);
    });
  }

  @Handles(vacancyContract.publish)
  publish(request: PublishVacancy, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.publish, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.vacancyId, 'publish');
      requireUntil(before.until, tx.now, vacancyDaysMax);
      requireNoFee(feeWordsOf(before), request.feeWordsSeen);
      return this.save(tx, before, { state: 'published', publishedAt: tx.now });
    });
  }

  @Handles(vacancyContract.extend)
  extend(request: ExtendVacancy, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.extend, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.vacancyId, 'extend');
      requireUntil(request.until, tx.now, vacancyDaysMax);
      return this.save(tx, before, { state: 'published', until: request.until, endedAt: null });
    });
  }

  @Handles(vacancyContract.fill)
  fill(request: VacancyId, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.fill, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.vacancyId, 'fill');
      return this.save(tx, before, { state: 'filled', endedAt: tx.now });
    });
  }

  @Handles(vacancyContract.end)
  end(request: VacancyId, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.end, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.vacancyId, 'end');
      return this.save(tx, before, { state: 'ended', endedAt: tx.now });
    });
  }

  @Handles(vacancyContract.withdraw)
  withdraw(request: WithdrawVacancy, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.withdraw, request, async (tx) => {
      const { row: before, union } = await this.lock(tx, request.vacancyId, 'withdraw');
      const withdrawnAbove = await this.isAbove(tx, union);
      const changes = { state: 'withdrawn', withdrawReason: request.reason, withdrawnAbove } as const;
      return this.save(tx, before, { ...changes, endedAt: tx.now });
    });
  }

  @Handles(vacancyContract.restore)
  restore(request: VacancyId, call: CallContext): Promise<Outcome<VacancyView>> {
    return this.transactions.command(call, vacancyContract.restore, request, async (tx) => {
      const { row: before, union } = await this.lock(tx, request.vacancyId, 'restore');
      if (before.withdrawnAbove && !(await this.isAbove(tx, union))) throw new DomainError('NOT_PERMITTED');
      requireUntil(before.until, tx.now, vacancyDaysMax);
      const changes = { state: 'published', withdrawReason: null, withdrawnAbove: false } as const;
      return this.save(tx, before, { ...changes, endedAt: null });
    });
  }

  /** Whether the caller is an officer of a union above that of the employer. */
  private async isAbove(tx: Transaction, union: UnionRef): Promise<boolean> {
    const { actor } = tx.call;
    const above = await this.references.unionAbove(tx, union.path);
    return actor !== null && above !== null && mayDo(actor, actions.manageVacancies, { paths: [above.path] });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` to whoever sees it, `VERSION_STALE`, `VACANCY_STATE` */
  private async lock(tx: Transaction, vacancyId: string, act: VacancyAct): Promise<LockedVacancy> {
    const row = await this.vacancies.lock(tx, vacancyId);
    // Whoever does not see it learns nothing else.
    await this.reader.seen(tx, vacancyId);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    tx.authorise(actions.manageVacancies, { paths: [union.path], visible: true });
    requireVersion(tx, row.version);
    nextVacancyState(row.state, act);
    return { row, union };
  }

  private async save(
    tx: Transaction,
    before: VacancyRow,
    changes: Partial<VacancyRow>,
  ): Promise<VacancyView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.vacancies.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(tx: Transaction, before: VacancyRow | null, row: VacancyRow): Promise<VacancyView> {
    await this.work.follow(tx, row);
    tx.audit({ noun: 'vacancy', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.reader.view(tx, row.id);
  }
}

/** The nearest union at which the caller is an officer of the employer's union. */
function officeFor(actor: Actor | null, { id, path }: UnionRef): string {
  const offices = (actor?.roles ?? []).filter((held) => held.role === 'officer' && isWithin(path, held.path));
  const [nearest] = offices.sort((left, right) => right.path.length - left.path.length);
  return nearest?.unionId ?? id;
}

/** @throws DomainError `VACANCY_INVALID`, `VACANCY_UNTIL` */
function defined(
  definition: VacancyDefinition,
  { publisherId, employerName }: Pick<VacancyRow, 'publisherId' | 'employerName'>,
  now: Date,
) {
  const errors = vacancyProblems(definition);
  if (errors.length > 0) throw new DomainError('VACANCY_INVALID', { errors });
  const { title, kind, headcount, place, district, payFrom, payTo, text, suits, phone, address } = definition;
  const { audience, until } = definition;
  requireUntil(until, now, vacancyDaysMax);
  const foundBy = `${title} ${employerName}`;
  return {
    title,
    foundBy,
    pinyin: pinyinOf(foundBy),
    kind,
    headcount,
    place,
    district: district ?? null,
    payFromFen: payFrom == null ? null : fromWire(payFrom),
    payToFen: payTo == null ? null : fromWire(payTo),
    text,
    suits,
    phone: phone ?? null,
    address: address ?? null,
    audience,
    audienceKey: audienceKeyOf(audience, publisherId),
    until,
  };
}

function auditedOf({ version, state, title, headcount, until, withdrawReason }: VacancyRow) {
  return { version, state, title, headcount, until, withdrawReason };
}
