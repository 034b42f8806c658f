import { Injectable } from '@nestjs/common';
import { isWithin } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { MemberRefusals } from '../member/member-refusals.js';
import { MemberWriter } from '../member/member-writer.js';
import { MemberRepository, type OpenMembership } from '../member/member.repository.js';
import { recordMembers } from '../member/record-members.js';
import type { MembershipRow } from '../member/membership.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import { decide, type Decision, type PersonOnRecord } from '../member/roster-decision.model.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import type { RosterWarning } from '../member/roster-entry.model.js';
import type { ReadRow, RefusedRow } from './chunk-reader.model.js';
import { CandidateFinder } from './candidate-finder.js';
import type { EarlierRows } from './earlier-rows.model.js';
import type { ReplacedValues, RowCandidate, RowChange, RowChoiceRow } from './member-import.entity.js';
import type { RowReport } from './member-import.model.js';
import { MemberImportRepository } from './member-import.repository.js';

export interface ChunkPlace {
  /** Null if the rows come in no file. */
  readonly importId: string | null;
  readonly dryRun: boolean;
  readonly unionPath: string;
  /** The importing officer. */
  readonly requestedBy: string;
}

interface RecordedPerson {
  readonly person: PersonRow;
  /** Whether the person holds a role, or is offered one. */
  readonly hasOffice: boolean;
  readonly open: OpenMembership | null;
}

/** The rows that the chunk writes, gathered so that each table is written once. */
interface Writes {
  readonly newPeople: PersonRow[];
  readonly newMemberships: MembershipRow[];
  readonly changed: {
    readonly person: PersonRow;
    readonly membership: MembershipRow;
    /** Of the row, which found the person by it. */
    readonly residentNumber: string;
  }[];
  readonly report: RowReport[];
}

interface Repositories {
  readonly people: PersonRepository;
  readonly members: MemberRepository;
  readonly roles: RoleRepository;
}

type Hashed = ReadRow & ReturnType<MemberWriter['hashes']>;
export type RowChoices = ReadonlyMap<number, Pick<RowChoiceRow, 'choice' | 'personId'>>;

/** What is known of the file before these rows. */
interface Known {
  /** What an officer has said of rows, by row number. */
  readonly choices: RowChoices;
  readonly earlier: EarlierRows;
}

/** A row on its way to a decision. */
interface Planned {
  readonly place: ChunkPlace;
  readonly row: Hashed;
  readonly warnings: readonly RosterWarning[];
  readonly found: RecordedPerson | null;
  /** Whom it may be about; empty if somebody has said that it is somebody else. */
  readonly candidates: readonly RowCandidate[];
}

/** Loads some hundred rows of a roster, in the transaction that also advances the import's position. */
@Injectable()
export class ChunkLoader {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly roles: RoleRepository,
    private readonly writer: MemberWriter,
    private readonly personalData: PersonalData,
    private readonly authChanges: AuthChanges,
    private readonly refusals: MemberRefusals,
    private readonly finder: CandidateFinder,
  ) {}

  /**
   * @returns the report of the rows
   * @throws DomainError `MEMBER_REFUSALS_TOO_MANY`: then none of them was loaded
   */
  async load(
    tx: Transaction,
    place: ChunkPlace,
    rows: readonly (ReadRow | RefusedRow)[],
    { choices, earlier }: Known,
  ): Promise<RowReport[]> {
    const { people, members, roles } = this;
    const hashed = rows.flatMap((row): Hashed[] =>
      'code' in row ? [] : [{ ...row, ...this.writer.hashes(row.entry) }],
    );
    const hashes = hashed.map((row) => row.residentNumberHash);
    const seen = new Map<string, number>();
    const known = await findKnown(tx, hashes, { people, members, roles });
    const sharedPhones = await this.sharedPhones(tx, { place, earlier }, hashed);
    const unknown = hashed.filter((row) => !known.has(row.residentNumberHash));
    const candidates = await this.finder.find(tx, place, { unknown, mistyped: mistypedAmong(rows) });
    const candidatesOf = ({ rowNumber }: { rowNumber: number }) => candidates.get(rowNumber) ?? [];
    const writes: Writes = { newPeople: [], newMemberships: [], changed: [], report: [] };
    for (const row of rows)
      if ('code' in row) writes.report.push(this.reportRefused(row, candidatesOf(row), choices));
    for (const row of hashed) {
      const choice = choices.get(row.rowNumber)?.choice;
      const firstRow = earlier.rowWith(row.residentNumberHash) ?? seen.get(row.residentNumberHash);
      const leftOut = leftOutBy(choice, firstRow);
      if (leftOut !== null) {
        writes.report.push({ ...reportOf(row, { state: 'rejected', ...leftOut }), hint: leftOut.hint });
        continue;
      }
      seen.set(row.residentNumberHash, row.rowNumber);
      const planned = {
        place,
        row,
        warnings: [...row.entry.warnings, ...warningOfPhone(row, sharedPhones)],
        found: known.get(row.residentNumberHash) ?? null,
        candidates: choice === 'new' ? [] : candidatesOf(row),
      };
      this.plan(tx, planned, writes);
    }
    const elsewhere = writes.report.filter(({ code }) => code === 'MEMBER_ELSEWHERE_OR_DIFFERS');
    await this.refusals.countRows(tx, place.requestedBy, elsewhere.length);
    if (!place.dryRun) await this.write(tx, writes);
    return writes.report;
  }

  private async write(tx: Transaction, writes: Writes): Promise<void> {
    const { people, members, roles, writer } = this;
    await write(tx, writes, { people, members, roles, writer });
    for (const { person } of writes.changed)
      if (person.passwordHash !== null) this.authChanges.publish(tx, person.id);
  }

  /** A number that fails its check may be a member's with a mistake in it: then somebody is asked. */
  private reportRefused(
    row: RefusedRow,
    candidates: readonly RowCandidate[],
    choices: RowChoices,
  ): RowReport {
    const { code, field, hint, more, residentNumber } = row;
    const numberHash = residentNumber && this.personalData.hash('residentNumber', residentNumber);
    const isSkipped = choices.get(row.rowNumber)?.choice === 'skip';
    const state = candidates.length > 0 && !isSkipped ? 'ambiguous' : 'rejected';
    return { ...reportOf(row, { state, code, field }), hint, more, candidates, numberHash };
  }

  private plan(tx: Transaction, planned: Planned, writes: Writes): void {
    const { place, row, found, candidates } = planned;
    if (found === null && candidates.length > 0) {
      const ambiguous = { state: 'ambiguous', code: 'MAYBE_KNOWN', field: 'phone' } as const;
      writes.report.push({ ...reportOf(row, ambiguous), ...hashesOf(row), candidates });
      return;
    }
    const decision = decisionOn(row, found, place);
    const written = this.gatherUnlessDry(tx, planned, decision, writes);
    const subject = written ?? (found && disclosable(found, decision, place));
    writes.report.push({
      ...reportOf(row, decision),
      ...hashesOf(row),
      ...changesOf(row, found, decision),
      personId: subject?.id ?? null,
      // For a rejected row only the reason is useful.
      warnings: decision.state === 'rejected' ? [] : planned.warnings,
      personVersion: written?.version ?? null,
    });
  }

  /** The phones of the chunk that another person has as well, in the chunk itself, before it or on record. */
  private async sharedPhones(
    tx: Transaction,
    { place, earlier }: { readonly place: ChunkPlace; readonly earlier: EarlierRows },
    rows: readonly Hashed[],
  ): Promise<ReadonlySet<string>> {
    const phones = rows.flatMap(({ phoneHash, residentNumberHash }) =>
      phoneHash === null ? [] : [{ phoneHash, residentNumberHash }],
    );
    const shared = new Set(await this.imports.sharedPhones(tx, place.unionPath, phones));
    const holderOf = new Map<string, string>();
    for (const { phoneHash, residentNumberHash } of phones) {
      const holder = holderOf.get(phoneHash) ?? residentNumberHash;
      const isShared =
        holder !== residentNumberHash || earlier.hasPhoneOfAnother(phoneHash, residentNumberHash);
      if (isShared) shared.add(phoneHash);
      holderOf.set(phoneHash, holder);
    }
    return shared;
  }

  private gatherUnlessDry(
    tx: Transaction,
    { place, row, found }: Planned,
    decision: Decision,
    writes: Writes,
  ): PersonRow | null {
    if (place.dryRun) return null;
    return this.gather(tx, { row, found, decision, admittedBy: place.requestedBy }, writes);
  }

  /** Adds the changes of a decision to the rows to write. @returns the changed person */
  private gather(
    tx: Transaction,
    {
      row,
      found,
      decision,
      admittedBy,
    }: { row: Hashed; found: RecordedPerson | null; decision: Decision; admittedBy: string },
    writes: Writes,
  ): PersonRow | null {
    if (decision.state === 'created') return this.created(tx, { row, found, admittedBy }, writes);
    if (decision.state !== 'updated' || !found?.open) return null;
    const change = this.updated(row, { person: found.person, open: found.open }, decision);
    writes.changed.push(change);
    return change.person;
  }

  /** A new membership, of a new person or of a former member. */
  private created(
    tx: Transaction,
    { row, found, admittedBy }: { row: Hashed; found: RecordedPerson | null; admittedBy: string },
    writes: Writes,
  ): PersonRow {
    const { unionId, entry } = row;
    const person =
      found === null
        ? this.writer.person(tx, entry, row)
        : this.writer.withName(withNextVersion(found.person), entry);
    const membership = this.writer.membership(tx, person, { ...entry, unionId }, admittedBy);
    if (found === null) writes.newPeople.push(person);
    writes.newMemberships.push(membership);
    writes.changed.push({ person, membership, residentNumber: entry.residentNumber });
    return person;
  }

  private updated(
    row: Hashed,
    { person, open }: { person: PersonRow; open: OpenMembership },
    { setPhone, setValidFrom, setEmploymentKind }: Extract<Decision, { state: 'updated' }>,
  ): Writes['changed'][number] {
    const { phone, residentNumber, validFrom, employmentKind } = row.entry;
    const { unionPath: _unionPath, ...before } = open;
    const membership = {
      ...before,
      ...(setValidFrom && validFrom !== null ? { validFrom } : {}),
      ...(setEmploymentKind ? { employmentKind } : {}),
    };
    if (!setPhone || phone === null) return { person: withNextVersion(person), membership, residentNumber };
    const sealed = { phone: this.personalData.seal(person.id, 'phone', phone), phoneHash: row.phoneHash };
    return { person: { ...withNextVersion(person), ...sealed }, membership, residentNumber };
  }
}

function decisionOn(row: Hashed, found: RecordedPerson | null, place: ChunkPlace): Decision {
  const anywhereBelow = row.namesUnion ? null : place.unionPath;
  return decide({ ...row, ...row.entry, anywhereBelow }, found && knownOf(found));
}

function hashesOf({ residentNumberHash, phoneHash }: Hashed) {
  return { identityHash: residentNumberHash, numberHash: residentNumberHash, phoneHash };
}

/**
 * Why a good row is not loaded all the same.
 * @param firstRow the row that had the same number before it; the report names it
 */
function leftOutBy(
  choice: RowChoiceRow['choice'] | undefined,
  firstRow: number | undefined,
): Pick<RowReport, 'code' | 'field' | 'hint'> | null {
  if (choice === 'skip') return { code: 'ROW_SKIPPED', field: null, hint: null };
  if (firstRow === undefined) return null;
  return { code: 'DUPLICATE_IN_FILE', field: 'residentNumber', hint: `${firstRow}` };
}

/** Rows whose number fails its check, and may be a member's with a mistake in it. */
function mistypedAmong(rows: readonly (ReadRow | RefusedRow)[]) {
  return rows.flatMap((row) =>
    'code' in row && row.code === 'RESIDENT_NUMBER_CHECK_CHARACTER' && row.residentNumber !== null
      ? [{ rowNumber: row.rowNumber, residentNumber: row.residentNumber }]
      : [],
  );
}

/** Which fields an update changes, and what is needed to take it back. */
function changesOf(
  row: Hashed,
  found: RecordedPerson | null,
  decision: Decision,
): Pick<RowReport, 'changes' | 'before'> {
  if (decision.state !== 'updated' || found === null || found.open === null)
    return { changes: [], before: null };
  const { person, open } = found;
  const { setPhone, setValidFrom, setEmploymentKind } = decision;
  const { validFrom, employmentKind } = row.entry;
  const changes: RowChange[] = [];
  let before: ReplacedValues = {};
  if (setPhone) {
    changes.push({ field: 'phone', before: null, after: null });
    before = { ...before, phone: { sealed: person.phone, hash: person.phoneHash } };
  }
  if (setValidFrom) {
    changes.push({ field: 'validFrom', before: open.validFrom, after: validFrom });
    before = { ...before, validFrom: open.validFrom };
  }
  if (setEmploymentKind) {
    changes.push({ field: 'employmentKind', before: open.employmentKind, after: employmentKind });
    before = { ...before, employmentKind: open.employmentKind };
  }
  return { changes, before };
}

function warningOfPhone({ phoneHash }: Hashed, shared: ReadonlySet<string>): RosterWarning[] {
  return phoneHash !== null && shared.has(phoneHash) ? [{ code: 'PHONE_SHARED', field: 'phone' }] : [];
}

function withNextVersion(person: PersonRow): PersonRow {
  return { ...person, version: person.version + 1 };
}

/** Locks people in the order of their ids, so that two imports with the same people cannot deadlock. */
async function findKnown(
  tx: Transaction,
  hashes: readonly string[],
  repositories: Repositories,
): Promise<ReadonlyMap<string, RecordedPerson>> {
  const people = await repositories.people.lockByResidentNumbers(tx, hashes);
  const personIds = people.map(({ id }) => id);
  const memberships = await repositories.members.listOpenOf(tx, personIds);
  const holders = new Set(await repositories.roles.holdersAmong(tx, personIds));
  const openOf = new Map(memberships.map((open) => [open.personId, open]));
  return new Map(
    people.map((person) => [
      person.residentNumberHash ?? '',
      { person, hasOffice: holders.has(person.id), open: openOf.get(person.id) ?? null },
    ]),
  );
}

/** A refusal must not reveal which person a number belongs to, unless they are a member of the importing union. */
function disclosable(
  { person, open }: RecordedPerson,
  decision: Decision,
  place: ChunkPlace,
): PersonRow | null {
  const isOwnMember = open !== null && isWithin(open.unionPath, place.unionPath);
  return decision.state !== 'rejected' || isOwnMember ? person : null;
}

function knownOf({ person, hasOffice, open }: RecordedPerson): PersonOnRecord {
  const { nameHash, phoneHash, passwordHash } = person;
  return { nameHash, phoneHash, isActivated: passwordHash !== null, hasOffice, open };
}

async function write(
  tx: Transaction,
  writes: Writes,
  { people, members, writer }: Repositories & { readonly writer: MemberWriter },
): Promise<void> {
  const { newPeople, newMemberships, changed } = writes;
  // Sent one behind the other: PostgreSQL writes while the events are being made.
  tx.send(people.insertAll(tx, newPeople));
  const isNew = new Set(newPeople.map((person) => person.id));
  const old = changed.filter(({ person }) => !isNew.has(person.id)).map(({ person }) => person);
  tx.send(people.updateNamesAndPhones(tx, old));
  const inserted = new Set(newMemberships.map((membership) => membership.id));
  const changedTerms = changed.map(({ membership }) => membership).filter(({ id }) => !inserted.has(id));
  tx.send(members.updateTerms(tx, changedTerms));
  tx.send(members.insert(tx, newMemberships));
  const states = changed.map(({ person, membership, residentNumber }) =>
    writer.stateOf(person, membership, residentNumber),
  );
  await recordMembers(tx, states);
}

function reportOf(
  row: { readonly rowNumber: number },
  found: {
    readonly state: RowReport['state'];
    readonly code?: string | null;
    readonly field?: string | null;
  },
): RowReport {
  const { state, code = null, field = null } = found;
  return {
    rowNumber: row.rowNumber,
    state,
    code,
    field,
    personId: null,
    identityHash: null,
    phoneHash: null,
    warnings: [],
    hint: null,
    more: [],
    changes: [],
    candidates: [],
    numberHash: null,
    before: null,
    personVersion: null,
    keptBecause: null,
  };
}
