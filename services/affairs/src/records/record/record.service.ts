import { Injectable } from '@nestjs/common';
import {
  type ChangeRecord,
  type EnterRecord,
  type RecordAct,
  type RecordContent,
  recordContract,
  type RecordId,
  type RecordView,
  type RefuseRecord,
  type RevokeRecord,
  type ShareRecord,
} from '@gongxiang/contracts/affairs/records/record.contract';
import { type CallContext, DomainError, isSelf, newId } from '@gongxiang/domain';
import { raiseNotices, syncAwaits } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { pinyinOf, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { RecordDueWork } from './record.due.js';
import type { PersonRecordRow } from './record.entity.js';
import {
  awaitsOfRecord,
  detailsOf,
  isOver,
  isWhoActs,
  mayBeFound,
  officeFor,
  recordProblems,
  recordsMax,
  requireMayEnter,
  requirePossible,
} from './record.model.js';
import { RecordPresenter } from './record-presenter.js';
import { type RecordMember, RecordRepository } from './record.repository.js';
import { RecordSeal } from './record-seal.js';

/** A course of the platform that somebody has passed. */
export interface PassedCourse {
  readonly personId: string;
  readonly courseId: string;
  readonly writtenBy: string;
  readonly unionId: string;
  readonly content: RecordContent;
}

/** What is entered about a member. */
export interface NewRecord {
  readonly personId: string;
  readonly member: RecordMember;
  readonly content: RecordContent;
}

/** What is entered about people, and what becomes of it: by the person, and by officers of their union. */
@Injectable()
export class RecordService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: RecordRepository,
    private readonly presenter: RecordPresenter,
    private readonly seal: RecordSeal,
    private readonly work: RecordDueWork,
  ) {}

  @Handles(recordContract.enter)
  enter({ personId: about, ...content }: EnterRecord, call: CallContext): Promise<Outcome<RecordView>> {
    const request = { personId: about, ...content };
    return this.transactions.command(call, recordContract.enter, request, async (tx) => {
      const personId = about ?? tx.personId;
      const member = await this.records.memberOf(tx, personId);
      tx.authorise(actions.enterRecord, { personId, paths: member === null ? [] : [member.unionPath] });
      if (member === null) throw new DomainError('RECORD_NO_UNION');
      requireMayEnter(content.kind, isAboutCaller(tx, personId));
      requireValid(content);
      if ((await this.records.countOf(tx, personId)) >= recordsMax)
        throw new DomainError('RECORDS_TOO_MANY', { params: { max: recordsMax } });
      const row = this.newRow(tx, { personId, member, content });
      await this.records.insert(tx, row);
      return this.saved(tx, null, row);
    });
  }

  /** What was refused waits to be verified again. */
  @Handles(recordContract.change)
  change({ recordId, ...content }: ChangeRecord, call: CallContext): Promise<Outcome<RecordView>> {
    return this.transactions.command(call, recordContract.change, { recordId, ...content }, async (tx) => {
      const before = await this.lock(tx, recordId, 'change');
      requireMayEnter(content.kind, isAboutCaller(tx, before.personId));
      requireValid(content);
      const changes = {
        ...this.contentOf(recordId, content, tx.now),
        state: 'entered',
        sealedReason: null,
        ...(mayBeFound(content.kind) ? {} : { sealedName: null }),
      } as const;
      return this.save(tx, before, changes);
    });
  }

  @Handles(recordContract.verify)
  verify(request: RecordId, call: CallContext): Promise<Outcome<RecordView>> {
    return this.transactions.command(call, recordContract.verify, request, async (tx) => {
      const before = await this.lock(tx, request.recordId, 'verify');
      await this.tellPerson(tx, before, 'recordVerified');
      return this.save(tx, before, { state: 'verified', verifiedBy: tx.personId, verifiedAt: tx.now });
    });
  }

  @Handles(recordContract.refuse)
  refuse({ recordId, reason }: RefuseRecord, call: CallContext): Promise<Outcome<RecordView>> {
    return this.transactions.command(call, recordContract.refuse, { recordId, reason }, async (tx) => {
      const before = await this.lock(tx, recordId, 'refuse');
      await this.tellPerson(tx, before, 'recordRefused');
      return this.save(tx, before, {
        state: 'refused',
        sealedReason: this.seal.seal('reason', recordId, reason),
      });
    });
  }

  @Handles(recordContract.revoke)
  revoke({ recordId, reason }: RevokeRecord, call: CallContext): Promise<Outcome<RecordView>> {
    return this.transactions.command(call, recordContract.revoke, { recordId, reason }, async (tx) => {
      const before = await this.lock(tx, recordId, 'revoke');
      await this.tellPerson(tx, before, 'recordRevoked');
      return this.save(tx, before, {
        state: 'revoked',
        sealedReason: this.seal.seal('reason', recordId, reason),
      });
    });
  }

  /** The name is kept as it was consented to, and goes with the consent. */
  @Handles(recordContract.share)
  share({ recordId, shared, name }: ShareRecord, call: CallContext): Promise<Outcome<RecordView>> {
    return this.transactions.command(call, recordContract.share, { recordId, shared, name }, async (tx) => {
      const before = await this.lock(tx, recordId, 'share');
      return this.save(tx, before, { sealedName: this.seal.seal('name', recordId, shared ? name : null) });
    });
  }

  /**
   * Enters records of members for an officer, in the transaction that has decided that they can be: their people are
   * locked, see `lockMembers`, and each is within the bound.
   */
  async enterAll(tx: Transaction, entries: readonly NewRecord[]): Promise<void> {
    const rows = entries.map((entry) => this.newRow(tx, entry));
    await this.records.insertAll(tx, rows);
    await syncAwaits(
      tx,
      'affairs',
      'person-record',
      rows.map((row, index) => ({
        id: row.id,
        awaits: awaitsOfRecord(row, entries[index]?.member.unionId ?? null),
      })),
    );
    for (const row of rows) {
      await this.work.plan(tx, row);
      tx.audit({ noun: 'person-record', id: row.id, before: null, after: auditedOf(row) });
    }
  }

  private newRow(tx: Transaction, { personId, member, content }: NewRecord): PersonRecordRow {
    const id = newId();
    return {
      id,
      version: 1,
      personId,
      state: 'entered',
      ...this.contentOf(id, content, tx.now),
      enteredBy: tx.personId,
      unionId: personId === tx.personId ? member.unionId : officeFor(tx.call.actor, member),
      enteredAt: tx.now,
      verifiedBy: null,
      verifiedAt: null,
      sealedReason: null,
      sealedName: null,
      courseId: null,
    };
  }

  private contentOf(
    id: string,
    { kind, title, issuer, issuedOn, validUntil, number, details }: RecordContent,
    now: Date,
  ) {
    return {
      kind,
      title,
      pinyin: pinyinOf(title),
      issuer: issuer ?? null,
      issuedOn: issuedOn ?? null,
      validUntil: validUntil ?? null,
      isOver: isOver(validUntil ?? null, now),
      details: detailsOf(details),
      sealedNumber: this.seal.seal('number', id, number ?? null),
    };
  }

  /**
   * Writes down that somebody has passed a course, in the transaction that marks it. It counts against no bound on what
   * people enter: nobody passes more courses than there are.
   * @param passed by whom; the officer who wrote the course, the union that offers it, and what the record says
   * @returns the id of the record
   */
  async recordPassedCourse(tx: Transaction, passed: PassedCourse): Promise<string> {
    const { personId, courseId, writtenBy, unionId, content } = passed;
    const id = newId();
    const row: PersonRecordRow = {
      id,
      version: 1,
      personId,
      state: 'verified',
      ...this.contentOf(id, content, tx.now),
      enteredBy: writtenBy,
      unionId,
      enteredAt: tx.now,
      verifiedBy: null,
      verifiedAt: tx.now,
      sealedReason: null,
      sealedName: null,
      courseId,
    };
    await this.records.insert(tx, row);
    await this.work.plan(tx, row);
    tx.audit({ noun: 'person-record', id, before: null, after: auditedOf(row) });
    return id;
  }

  /**
   * Locks a record for an act of the caller.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `RECORD_STATE`
   */
  private async lock(tx: Transaction, id: string, act: RecordAct): Promise<PersonRecordRow> {
    const row = await this.records.lock(tx, id);
    const roles = this.presenter.rolesOf(tx, row && (await this.records.find(tx, id)));
    if (row === null) throw new DomainError('NOT_FOUND');
    if (!isWhoActs(act, row.kind, roles)) throw new DomainError('NOT_PERMITTED');
    requireVersion(tx, row.version);
    requirePossible(act, row.state);
    return row;
  }

  private async save(
    tx: Transaction,
    before: PersonRecordRow,
    changes: Partial<PersonRecordRow>,
  ): Promise<RecordView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.records.update(tx, row);
    return this.saved(tx, before, row);
  }

  private async saved(
    tx: Transaction,
    before: PersonRecordRow | null,
    row: PersonRecordRow,
  ): Promise<RecordView> {
    const record = await this.records.find(tx, row.id);
    if (record === null) throw new DomainError('NOT_FOUND');
    await syncAwaits(tx, 'affairs', 'person-record', [
      { id: row.id, awaits: awaitsOfRecord(row, record.homeId) },
    ]);
    await this.work.plan(tx, row);
    tx.audit({
      noun: 'person-record',
      id: row.id,
      before: before && auditedOf(before),
      after: auditedOf(row),
    });
    return this.presenter.view(tx, record);
  }

  private tellPerson(
    tx: Transaction,
    { id, version, personId, kind: recordKind }: PersonRecordRow,
    kind: 'recordVerified' | 'recordRefused' | 'recordRevoked',
  ): Promise<void> {
    const cause = `${kind}/${id}/${version}`;
    return raiseNotices(tx, 'affairs', [
      {
        kind,
        why: 'aboutYou',
        personIds: [personId],
        about: { recordId: id },
        values: { recordKind },
        cause,
      },
    ]);
  }
}

/** @throws DomainError `RECORD_INVALID` with what is wrong */
function requireValid(content: RecordContent): void {
  const errors = recordProblems(content);
  if (errors.length > 0) throw new DomainError('RECORD_INVALID', { errors });
}

/** Also under an id that they had before two records of them were merged. */
function isAboutCaller({ call: { actor } }: Transaction, personId: string): boolean {
  return actor !== null && isSelf(actor, personId);
}

/** Neither what it says nor why: the trail has no facts about people. */
function auditedOf({ version, state, kind, sealedName }: PersonRecordRow): Record<string, unknown> {
  return { version, state, kind, shared: sealedName !== null };
}
