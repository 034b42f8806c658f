import { Injectable } from '@nestjs/common';
import {
  correctionContract,
  type CorrectionId,
  type CorrectedField,
  type CorrectionView,
  type CreateCorrection,
  type RefuseCorrection,
} from '@gongxiang/contracts/membership/members/correction.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { OnDue } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { MemberRefusals } from '../member/member-refusals.js';
import { MemberRepository } from '../member/member.repository.js';
import { CorrectionDelays } from './correction-delays.js';
import { CorrectionPapers, type Paper } from './correction-papers.js';
import { CorrectionPresenter, decidingPathOf, masks } from './correction-presenter.js';
import { CorrectionReader } from './correction-reader.js';
import { CorrectionWriter, erasureKind } from './correction-writer.js';
import type { CorrectionRow } from './correction.entity.js';
import { type CorrectedValues, needsSecondPerson, nextState, readValues } from './correction.model.js';
import { type CorrectionRecord, CorrectionRepository } from './correction.repository.js';

interface Proposed {
  readonly person: PersonRow;
  readonly unionId: string;
  readonly values: CorrectedValues;
  readonly note: string | null;
  readonly paper: Paper | null;
  readonly reverses: string | null;
}

/** Corrections of names, numbers and phones: asked for, decided, reversed. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly corrections: CorrectionRepository,
    private readonly reader: CorrectionReader,
    private readonly writer: CorrectionWriter,
    private readonly delays: CorrectionDelays,
    private readonly presenter: CorrectionPresenter,
    private readonly papers: CorrectionPapers,
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly refusals: MemberRefusals,
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
  ) {}

  @Handles(correctionContract.create)
  async create(request: CreateCorrection, call: CallContext): Promise<Outcome<CorrectionView>> {
    const paper = request.fileKey ? await this.papers.take(call, request.fileKey) : null;
    return this.command(call, correctionContract.create, request, async (tx) => {
      const { personId, unionId } = await this.subjectOf(tx, request.memberId);
      if (personId === tx.personId && paper === null)
        throw new DomainError('CORRECTION_PAPER_MISSING', { pointer: '/fileKey' });
      const wanted = readValues(request, tx.now);
      const person = await this.lockPerson(tx, personId);
      const values = this.writer.differing(person, wanted);
      return this.propose(tx, { person, unionId, values, note: request.note ?? null, paper, reverses: null });
    });
  }

  @Handles(correctionContract.apply)
  apply(request: CorrectionId, call: CallContext): Promise<Outcome<CorrectionView>> {
    return this.command(call, correctionContract.apply, request, async (tx) => {
      const record = await this.recordToDecide(tx, request.correctionId);
      const person = await this.lockPerson(tx, record.personId);
      const before = await this.lock(tx, record.id);
      const values = this.writer.newValues(before);
      const decided = { decidedBy: tx.personId, decidedAt: tx.now };
      if (await this.isNumberTaken(tx, person.id, values)) return null;
      if (this.delays.isDelayed(person, values)) {
        await this.delays.begin(tx, person, before, decided);
        return this.reader.viewOf(tx, before.id);
      }
      const state = nextState(before.state, 'apply');
      const replaced = this.writer.replaced(person, values);
      await this.writer.apply(tx, person, values);
      await this.writer.save(tx, before, { state, ...replaced, ...decided });
      return this.reader.viewOf(tx, before.id);
    });
  }

  @Handles(correctionContract.refuse)
  refuse(request: RefuseCorrection, call: CallContext): Promise<Outcome<CorrectionView>> {
    return this.command(call, correctionContract.refuse, request, async (tx) => {
      const record = await this.recordToDecide(tx, request.correctionId);
      const before = await this.lock(tx, record.id);
      const state = nextState(before.state, 'refuse');
      const reason = this.presenter.sealText(before.personId, request.reason);
      await this.writer.save(tx, before, { state, reason, decidedBy: tx.personId, decidedAt: tx.now });
      return this.reader.viewOf(tx, before.id);
    });
  }

  @Handles(correctionContract.withdraw)
  withdraw(request: CorrectionId, call: CallContext): Promise<Outcome<CorrectionView>> {
    return this.command(call, correctionContract.withdraw, request, async (tx) => {
      const { proposedBy } = await this.reader.find(tx, request.correctionId);
      tx.authorise(actions.withdrawCorrection, { personId: proposedBy, visible: true });
      const before = await this.lock(tx, request.correctionId);
      const state = nextState(before.state, 'withdraw');
      await this.writer.save(tx, before, { state, decidedBy: tx.personId, decidedAt: tx.now });
      return this.reader.viewOf(tx, before.id);
    });
  }

  /** Another correction, back to the values before, under the same rules. */
  @Handles(correctionContract.reverse)
  reverse(request: CorrectionId, call: CallContext): Promise<Outcome<CorrectionView>> {
    return this.command(call, correctionContract.reverse, request, async (tx) => {
      const record = await this.reader.find(tx, request.correctionId);
      const newest = await this.corrections.findNewestMembership(tx, record.personId);
      const union = await this.unions.findById(tx, newest?.unionId ?? record.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.makeCorrection, { paths: [union.path], visible: true });
      if (record.personId === tx.personId) throw new DomainError('SAME_PERSON');
      const person = await this.lockPerson(tx, record.personId);
      requireVersion(tx, record.version);
      if (record.state !== 'applied') throw new DomainError('ILLEGAL_TRANSITION');
      if (record.erasedAt !== null) throw new DomainError('CORRECTION_VALUES_ERASED');
      const isLatest = Object.keys(this.writer.differing(person, this.writer.newValues(record))).length === 0;
      if (!isLatest) throw new DomainError('CORRECTION_NOT_LATEST');
      const { oldName: name, oldResidentNumber: residentNumber, oldPhone: phone } = record;
      const values = this.writer.valuesOf(person.id, {
        residentNumber,
        phone,
        ...(name === null ? {} : { name }),
      });
      return this.propose(tx, {
        person,
        unionId: union.id,
        values,
        note: null,
        paper: null,
        reverses: record.id,
      });
    });
  }

  /** Erases the values of a decided correction; that there was one, and of which fields, stays. */
  @OnDue(erasureKind)
  async erase(tx: Transaction, id: string): Promise<void> {
    const row = await this.corrections.lockById(tx, id);
    if (row === null || row.state === 'delayed' || row.decidedAt === null || row.erasedAt !== null) return;
    const none = { newName: null, newResidentNumber: null, newPhone: null, note: null };
    const old = { oldName: null, oldResidentNumber: null, oldPhone: null };
    await this.corrections.update(tx, { ...row, ...none, ...old, erasedAt: tx.now });
  }

  /** Refuses, waits for a second person, or applies at once. @returns null if the number is somebody else's */
  private async propose(tx: Transaction, proposed: Proposed): Promise<CorrectionView | null> {
    const { person, values } = proposed;
    const fields = Object.keys(values) as CorrectedField[];
    if (fields.length === 0) throw new DomainError('CORRECTION_SAME_VALUES');
    if (await this.corrections.isWaitingFor(tx, person.id)) throw new DomainError('CORRECTION_WAITS');
    if (await this.isNumberTaken(tx, person.id, values)) return null;
    const hasOffice = (await this.roles.holdersAmong(tx, [person.id])).length > 0;
    const byPerson = person.id === tx.personId;
    const waits = needsSecondPerson({
      fields,
      byPerson,
      hasAccount: person.passwordHash !== null,
      hasOffice,
    });
    const row = this.rowOf(tx, proposed);
    const union = await this.unions.findById(tx, row.unionId);
    if (union === null) throw new DomainError('NOT_FOUND');
    if (waits) await this.writer.insert(tx, row, union.path);
    else {
      const replaced = this.writer.replaced(person, values);
      await this.writer.apply(tx, person, values);
      const decided = { decidedBy: tx.personId, decidedAt: tx.now };
      await this.writer.insert(tx, { ...row, state: 'applied', ...replaced, ...decided }, union.path);
    }
    return this.reader.viewOf(tx, row.id);
  }

  private rowOf(
    tx: Transaction,
    { person, unionId, values, note, paper, reverses }: Proposed,
  ): CorrectionRow {
    const before = this.writer.valuesOf(person.id, person);
    const sealed = this.writer.seal(person.id, values);
    const changes = (Object.entries(values) as [CorrectedField, string][]).map(([field, after]) => {
      const known = before[field];
      const mask = masks[field];
      return { field, before: known === undefined ? null : mask(known), after: mask(after) };
    });
    return {
      id: newId(),
      version: 1,
      state: 'waiting',
      personId: person.id,
      unionId,
      changes,
      newName: sealed.name,
      newResidentNumber: sealed.residentNumber,
      newPhone: sealed.phone,
      oldName: null,
      oldResidentNumber: null,
      oldPhone: null,
      note: this.presenter.sealText(person.id, note),
      paperKey: paper?.key ?? null,
      paperSha256: paper?.sha256 ?? null,
      reverses,
      proposedBy: tx.personId,
      proposedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      effectiveAt: null,
      reason: null,
      erasedAt: null,
    };
  }

  /** Numbers must not be looked up, so each one that is somebody else's is counted for the caller. */
  private async isNumberTaken(tx: Transaction, personId: string, values: CorrectedValues): Promise<boolean> {
    if (values.residentNumber === undefined) return false;
    await this.refusals.requireBelowLimit(tx);
    if (!(await this.writer.isNumberTaken(tx, personId, values))) return false;
    await this.refusals.count(tx);
    return true;
  }

  /** The caller themselves, or a member of theirs. */
  private async subjectOf(
    tx: Transaction,
    memberId: string | undefined,
  ): Promise<{ readonly personId: string; readonly unionId: string }> {
    if (memberId === undefined) {
      tx.authorise(actions.askCorrection, {});
      const newest = await this.corrections.findNewestMembership(tx, tx.personId);
      if (newest === null) throw new DomainError('NOT_FOUND');
      return { personId: tx.personId, unionId: newest.unionId };
    }
    const member = await this.members.findById(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    if (member === null) throw new DomainError('NOT_FOUND');
    if (member.personId !== tx.personId)
      tx.authorise(actions.makeCorrection, { paths: subject.paths, visible: true });
    // Only the present union of a person corrects their record.
    const newest = await this.corrections.findNewestMembership(tx, member.personId);
    if (newest?.unionId !== member.unionId) throw new DomainError('ILLEGAL_TRANSITION');
    return member;
  }

  private async recordToDecide(tx: Transaction, id: string): Promise<CorrectionRecord> {
    const record = await this.reader.find(tx, id);
    if (record.proposedBy === tx.personId || record.personId === tx.personId)
      throw new DomainError('SAME_PERSON');
    tx.authorise(actions.decideCorrection, { paths: [decidingPathOf(record)], visible: true });
    return record;
  }

  private async lock(tx: Transaction, id: string): Promise<CorrectionRow> {
    const row = await this.corrections.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return row;
  }

  private async lockPerson(tx: Transaction, id: string): Promise<PersonRow> {
    const person = await this.people.lockById(tx, id);
    if (person === null) throw new DomainError('NOT_FOUND');
    // It would bring back values that were erased.
    if (person.erasedAt !== null) throw new DomainError('PERSON_ERASED');
    return person;
  }

  private async command(
    call: CallContext,
    route: { readonly subject: string },
    request: object,
    work: (tx: Transaction) => Promise<CorrectionView | null>,
  ): Promise<Outcome<CorrectionView>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const keep = (view: CorrectionView | null): CorrectionView | null =>
      view && this.presenter.withoutValues(view);
    const outcome = await this.transactions.command<CorrectionView | null>(call, route, comparable, work, {
      keep,
    });
    // Thrown after the commit, as a rollback would undo the count of the refusal.
    if (outcome.body === null)
      throw new DomainError('CORRECTION_NUMBER_TAKEN', { pointer: '/residentNumber' });
    return { ...outcome, body: outcome.body };
  }
}
