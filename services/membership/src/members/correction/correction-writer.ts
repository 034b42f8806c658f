import { Injectable } from '@nestjs/common';
import { codePurposes, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { CorrectedField } from '@gongxiang/contracts/membership/members/correction.contract';
import { DomainError, maskName } from '@gongxiang/domain';
import { Push, recordEvent, schedule } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { ApiKeyRevocation } from '../../access/api-key/api-key-revocation.js';
import { SessionRepository } from '../../access/session/session.repository.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { actions } from '../actions.js';
import { EntryCodeRepository } from '../entry-code/entry-code.repository.js';
import { isActing, MemberNews } from '../member/member-news.js';
import { MemberWriter } from '../member/member-writer.js';
import type { CorrectionRow } from './correction.entity.js';
import { CorrectionPapers } from './correction-papers.js';
import { type CorrectedValues, erasureTime } from './correction.model.js';
import { CorrectionRepository } from './correction.repository.js';

/** How many who may decide are notified at once; everybody finds the correction in the list. */
const notifiedMax = 100;
export const erasureKind = 'correction-erasure';

/** What is told to the phone that is replaced, and which session goes on. */
interface AppliedBy {
  readonly kind: 'phoneCorrected' | 'phoneChanged';
  readonly sparedSessionId: string | null;
}

type SealedValues = Pick<PersonRow, 'name' | 'residentNumber' | 'phone'>;

/** Writes corrections, and what they change. */
@Injectable()
export class CorrectionWriter {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly people: PersonRepository,
    private readonly papers: CorrectionPapers,
    private readonly personalData: PersonalData,
    private readonly members: MemberWriter,
    private readonly authChanges: AuthChanges,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRevocation,
    private readonly codes: EntryCodeRepository,
    private readonly deciders: PendingChangeRepository,
    private readonly push: Push,
    private readonly texts: TextMessageSender,
    private readonly news: MemberNews,
  ) {}

  /** The values in the clear of a sealed row of a person or a correction. */
  valuesOf(personId: string, sealed: Readonly<Partial<SealedValues>>): CorrectedValues {
    const open = (field: CorrectedField): CorrectedValues => {
      const value = sealed[field];
      return value ? { [field]: this.personalData.open(personId, field, value) } : {};
    };
    return { ...open('name'), ...open('residentNumber'), ...open('phone') };
  }

  /** The values that differ from what is on record; names are compared after normalising dots. */
  differing(person: PersonRow, wanted: CorrectedValues): CorrectedValues {
    const known = {
      name: person.nameHash,
      residentNumber: person.residentNumberHash,
      phone: person.phoneHash,
    };
    return Object.fromEntries(
      (Object.entries(wanted) as [CorrectedField, string][]).filter(
        ([field, value]) => this.personalData.hash(field, value) !== known[field],
      ),
    );
  }

  /** Sealed, null for a field that does not change. */
  seal(personId: string, values: CorrectedValues): { [field in CorrectedField]: string | null } {
    const sealed = (field: CorrectedField): string | null => {
      const value = values[field];
      return value === undefined ? null : this.personalData.seal(personId, field, value);
    };
    return { name: sealed('name'), residentNumber: sealed('residentNumber'), phone: sealed('phone') };
  }

  isNumberTaken(tx: Transaction, personId: string, { residentNumber }: CorrectedValues): Promise<boolean> {
    if (residentNumber === undefined) return Promise.resolve(false);
    const hash = this.personalData.hash('residentNumber', residentNumber);
    return this.corrections.isNumberTaken(tx, hash, personId);
  }

  newValues({ personId, newName: name, newResidentNumber, newPhone }: CorrectionRow): CorrectedValues {
    const sealed = { residentNumber: newResidentNumber, phone: newPhone, ...(name === null ? {} : { name }) };
    return this.valuesOf(personId, sealed);
  }

  /** The values on record that a correction replaces, sealed as they are. */
  replaced(person: PersonRow, values: CorrectedValues): Partial<CorrectionRow> {
    return {
      oldName: values.name === undefined ? null : person.name,
      oldResidentNumber: values.residentNumber === undefined ? null : person.residentNumber,
      oldPhone: values.phone === undefined ? null : person.phone,
    };
  }

  /**
   * Gives a locked person their new values. Their password stays, and so do their sessions, unless the phone changes:
   * who had the old one must not stay signed in, nor use a code that was sent to it.
   * @param by whether an officer corrects the record, or the person changes their own phone; the session by which they ask is spared
   * @throws DomainError `CORRECTION_PHONE_TAKEN`, `BUSY` if the number was taken at this moment
   */
  async apply(
    tx: Transaction,
    before: PersonRow,
    values: CorrectedValues,
    by: AppliedBy = { kind: 'phoneCorrected', sparedSessionId: null },
  ): Promise<void> {
    const person = this.corrected(before, values);
    try {
      await this.people.update(tx, person);
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === 'person_signs_in_by_phone')
        throw new DomainError('CORRECTION_PHONE_TAKEN', { pointer: '/phone' });
      if (constraint === 'person_resident_number_hash_key')
        throw new DomainError('BUSY', { retryAfterSeconds: 1 });
      throw error;
    }
    const fields = Object.keys(values) as CorrectedField[];
    tx.audit({
      noun: 'person',
      id: person.id,
      before: hashesOf(before, fields),
      after: hashesOf(person, fields),
    });
    if (values.phone !== undefined) {
      await this.signOut(tx, person.id, by.sparedSessionId);
      // To the old phone: whoever signs in with it may not have asked for this. Without an account it may be a stranger's.
      if (before.passwordHash !== null) await this.texts.tell(tx, before, by.kind);
    }
    const membership = await this.corrections.findNewestMembership(tx, person.id);
    if (membership !== null)
      await recordEvent(
        tx,
        membershipEvents.memberChanged,
        person.id,
        this.members.stateOf(person, membership),
      );
    this.authChanges.publish(tx, person.id);
  }

  /** @param decidedAt the path at which those hold office who may decide, if it waits */
  async insert(tx: Transaction, row: CorrectionRow, decidedAt: string): Promise<void> {
    await this.corrections.insert(tx, row);
    tx.audit({ noun: 'correction', id: row.id, before: null, after: auditOf(row) });
    if (row.state === 'waiting') await awaitsMayChange(tx, 'correction', row.id);
    const { roles } = actions.decideCorrection;
    const deciders =
      row.state === 'waiting' ? await this.deciders.holdersOver(tx, decidedAt, roles, notifiedMax) : [];
    this.notify(tx, row, deciders);
    if (row.decidedAt !== null) await this.beginRetention(tx, row);
    await this.tell(tx, row);
  }

  async save(tx: Transaction, before: CorrectionRow, change: Partial<CorrectionRow>): Promise<void> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.corrections.update(tx, row);
    tx.audit({ noun: 'correction', id: row.id, before: auditOf(before), after: auditOf(row) });
    await awaitsMayChange(tx, 'correction', row.id);
    if (before.decidedAt === null && row.decidedAt !== null) await this.beginRetention(tx, row);
    this.notify(tx, row);
    await this.tell(tx, row);
  }

  /** Tells what has come of it; nobody hears of what they do themselves. */
  private async tell(tx: Transaction, row: CorrectionRow): Promise<void> {
    const { id, state, personId, proposedBy } = row;
    if (state !== 'applied' && state !== 'refused' && state !== 'stopped') return;
    const notice = (side: 'person' | 'office') => ({
      kind: 'correctionDecided' as const,
      cause: `correctionDecided/${id}/${state}`,
      about: { correctionId: id },
      values: { side, outcome: state },
    });
    await this.news.tellActors(tx, [proposedBy], personId, notice('office'));
    if (isActing(tx, personId)) return;
    const text = state === 'applied' ? { text: 'recordChanged' as const } : {};
    await this.news.tell(tx, personId, { ...notice('person'), ...text });
  }

  private notify(tx: Transaction, row: CorrectionRow, others: readonly string[] = []): void {
    const people = new Set([
      row.personId,
      row.proposedBy,
      ...(row.decidedBy ? [row.decidedBy] : []),
      ...others,
    ]);
    this.push.hint(tx, [...people], { resource: 'correction', id: row.id, version: row.version });
  }

  private async beginRetention(tx: Transaction, row: CorrectionRow): Promise<void> {
    await schedule(tx, { kind: erasureKind, key: row.id, at: erasureTime(tx.now) });
    if (row.paperKey !== null) await this.papers.beginRetention(tx, row.paperKey);
  }

  private corrected(person: PersonRow, values: CorrectedValues): PersonRow {
    const { name, residentNumber, phone } = values;
    const sealed = this.seal(person.id, values);
    const hash = (field: CorrectedField, value: string): string => this.personalData.hash(field, value);
    return {
      ...person,
      version: person.version + 1,
      ...(name !== undefined &&
        sealed.name !== null && {
          name: sealed.name,
          nameHash: hash('name', name),
          maskedName: maskName(name),
        }),
      ...(residentNumber !== undefined && {
        residentNumber: sealed.residentNumber,
        residentNumberHash: hash('residentNumber', residentNumber),
      }),
      ...(phone !== undefined && { phone: sealed.phone, phoneHash: hash('phone', phone) }),
    };
  }

  private async signOut(tx: Transaction, personId: string, spared: string | null): Promise<void> {
    const sessionsEnded = await this.sessions.revokeAll(tx, personId, spared);
    if (sessionsEnded > 0) tx.audit({ noun: 'person', id: personId, after: { sessionsEnded, spared } });
    await this.apiKeys.revokeAll(tx, personId);
    for (const purpose of codePurposes) await this.codes.markAllUsed(tx, personId, purpose);
  }
}

const hashColumns = {
  name: 'nameHash',
  residentNumber: 'residentNumberHash',
  phone: 'phoneHash',
} as const satisfies Readonly<Record<CorrectedField, keyof PersonRow>>;

/** For the audit trail: which values changed, by keyed hashes that only this service could compare. */
function hashesOf(person: PersonRow, fields: readonly CorrectedField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [hashColumns[field], person[hashColumns[field]]]));
}

function auditOf({
  version,
  state,
  personId,
  unionId,
  changes,
  reverses,
}: CorrectionRow): Record<string, unknown> {
  return { version, state, personId, unionId, fields: changes.map(({ field }) => field), reverses };
}
