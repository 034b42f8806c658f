import { Injectable } from '@nestjs/common';
import type { IntakeView } from '@gongxiang/contracts/membership/joining/intake.contract';
import { type ActionRule, DomainError, isWithin, mayDo, rootPath } from '@gongxiang/domain';
import { Push, raiseNotices } from '@gongxiang/messaging/events';
import { requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import type { IntakeRow } from './intake.entity.js';
import { IntakeReader } from './intake-reader.js';
import { IntakeRepository } from './intake.repository.js';

/** Shared steps of the use cases: locking, authorising, saving and publishing an entry. */
@Injectable()
export class IntakeWriter {
  constructor(
    private readonly entries: IntakeRepository,
    private readonly unions: UnionRepository,
    private readonly people: PersonRepository,
    private readonly reader: IntakeReader,
    private readonly push: Push,
  ) {}

  /**
   * The sender's union, or the federation without one. The sender's lock prevents concurrent requests from exceeding
   * the limit.
   */
  async unionOfSender(tx: Transaction): Promise<UnionRow> {
    await this.people.lockById(tx, tx.personId);
    const unionId = tx.call.actor?.unionId ?? null;
    const own = unionId === null ? null : await this.unions.findById(tx, unionId);
    const union = own ?? (await this.unions.findByPath(tx, rootPath));
    if (union === null) throw new DomainError('NOT_FOUND');
    return union;
  }

  /** Locks an entry and authorises the caller. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async lock(tx: Transaction, id: string, rule: ActionRule): Promise<IntakeRow> {
    const row = await this.entries.lockById(tx, id);
    const union = row && (await this.unions.findById(tx, row.unionId));
    const subject = { paths: union ? [union.path] : [], personId: row?.personId ?? '' };
    const { actor } = tx.call;
    const visible = actor !== null && mayDo(actor, actions.seeIntake, subject);
    tx.authorise(rule, { ...subject, visible });
    if (row === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return row;
  }

  /**
   * An entry may always be routed up the tree; elsewhere only to unions for which the officer answers. @throws
   * DomainError `NOT_PERMITTED`
   */
  async requireRoute(tx: Transaction, fromId: string, toId: string): Promise<void> {
    const from = await this.unions.findById(tx, fromId);
    const to = await this.unions.findById(tx, toId);
    if (from === null || to === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
    if (!isWithin(from.path, to.path)) tx.authorise(actions.routeIntake, { paths: [to.path], visible: true });
  }

  async save(tx: Transaction, before: IntakeRow, changes: Partial<IntakeRow>): Promise<IntakeView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.entries.update(tx, row);
    this.push.hint(tx, [row.personId], { resource: 'intake', id: row.id, version: row.version });
    return this.recordChange(tx, row, before);
  }

  /** Notifies its author that an entry was closed; why is on its page only. */
  async publishClosed(tx: Transaction, view: IntakeView): Promise<IntakeView> {
    const { id: intakeId, version, personId, unionName } = view;
    await raiseNotices(tx, 'membership', [
      {
        personIds: [personId],
        kind: 'intakeClosed',
        why: 'wroteIntake',
        about: { intakeId },
        cause: `intakeClosed/${intakeId}/${version}`,
        values: { partyName: unionName },
      },
    ]);
    return view;
  }

  async recordChange(tx: Transaction, row: IntakeRow, before: IntakeRow | null): Promise<IntakeView> {
    tx.audit({
      noun: 'intake',
      id: row.id,
      before: before && auditedStateOf(before),
      after: auditedStateOf(row),
    });
    await awaitsMayChange(tx, 'intake', row.id);
    return this.view(tx, row.id);
  }

  async view(tx: Transaction, id: string): Promise<IntakeView> {
    const record = await this.entries.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.reader.view(tx, record);
  }
}

/** For the audit trail: the state without any text. */
function auditedStateOf({ version, kind, state, unionId }: IntakeRow): Record<string, unknown> {
  return { version, kind, state, unionId };
}
