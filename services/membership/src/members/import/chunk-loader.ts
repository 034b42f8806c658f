import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { isWithin } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { MemberRefusals } from '../member/member-refusals.js';
import { MemberWriter } from '../member/member-writer.js';
import { MemberRepository, type OpenMembership } from '../member/member.repository.js';
import type { MembershipRow } from '../member/membership.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleRepository } from '../../unions/role/role.repository.js';
import { decide, type Decision, type PersonOnRecord } from '../member/roster-decision.model.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import type { RosterWarning } from '../member/roster-entry.model.js';
import type { ReadRow, RefusedRow } from './chunk-reader.model.js';
import type { MemberImportReportRow } from './member-import.entity.js';
import { MemberImportRepository } from './member-import.repository.js';

export interface ChunkPlace {
  readonly importId: string;
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
  readonly changed: { readonly person: PersonRow; readonly membership: MembershipRow }[];
  readonly report: MemberImportReportRow[];
}

interface Repositories {
  readonly people: PersonRepository;
  readonly members: MemberRepository;
  readonly roles: RoleRepository;
}

type Hashed = ReadRow & ReturnType<MemberWriter['hashes']>;

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
  ) {}

  /** @returns the report of the rows @throws DomainError `MEMBER_REFUSALS_TOO_MANY`: then none of them was loaded */
  async load(
    tx: Transaction,
    place: ChunkPlace,
    rows: readonly (ReadRow | RefusedRow)[],
  ): Promise<MemberImportReportRow[]> {
    const { people, members, roles, writer } = this;
    const hashed = rows.flatMap((row): Hashed[] =>
      'code' in row ? [] : [{ ...row, ...this.writer.hashes(row.entry) }],
    );
    const hashes = hashed.map((row) => row.residentNumberHash);
    const seen = new Set(await this.imports.seenBefore(tx, place.importId, hashes));
    const known = await findKnown(tx, hashes, { people, members, roles });
    const sharedPhones = await this.sharedPhones(tx, place, hashed);
    const writes: Writes = { newPeople: [], newMemberships: [], changed: [], report: [] };
    for (const row of rows)
      if ('code' in row) writes.report.push(reportOf(place, row, { state: 'rejected', ...row }));
    for (const row of hashed) {
      if (seen.has(row.residentNumberHash)) {
        const duplicate = { state: 'rejected', code: 'DUPLICATE_IN_FILE', field: 'residentNumber' } as const;
        writes.report.push(reportOf(place, row, duplicate));
        continue;
      }
      seen.add(row.residentNumberHash);
      const warnings = [...row.entry.warnings, ...warningOfPhone(row, sharedPhones)];
      this.plan(tx, { place, row, warnings, found: known.get(row.residentNumberHash) ?? null }, writes);
    }
    const elsewhere = writes.report.filter(({ code }) => code === 'MEMBER_ELSEWHERE_OR_DIFFERS');
    await this.refusals.countRows(tx, place.requestedBy, elsewhere.length);
    if (!place.dryRun) {
      await write(tx, writes, { people, members, roles, writer });
      for (const { person } of writes.changed)
        if (person.passwordHash !== null) this.authChanges.publish(tx, person.id);
    }
    await this.imports.insertReport(tx, writes.report);
    return writes.report;
  }

  private plan(
    tx: Transaction,
    {
      place,
      row,
      warnings,
      found,
    }: { place: ChunkPlace; row: Hashed; warnings: readonly RosterWarning[]; found: RecordedPerson | null },
    writes: Writes,
  ): void {
    const anywhereBelow = row.namesUnion ? null : place.unionPath;
    const decision = decide({ ...row, ...row.entry, anywhereBelow }, found && knownOf(found));
    const written = place.dryRun
      ? null
      : this.gather(tx, { row, found, decision, admittedBy: place.requestedBy }, writes);
    const personId = written?.id ?? (found && disclosablePersonId(found, decision, place));
    const { residentNumberHash: identityHash, phoneHash } = row;
    // For a rejected row only the reason is useful.
    const reportedWarnings = decision.state === 'rejected' ? [] : warnings;
    writes.report.push({
      ...reportOf(place, row, decision),
      personId,
      identityHash,
      phoneHash,
      warnings: reportedWarnings,
    });
  }

  /** The phones of the chunk that another person has as well, in the chunk itself or in earlier data. */
  private async sharedPhones(
    tx: Transaction,
    place: ChunkPlace,
    rows: readonly Hashed[],
  ): Promise<ReadonlySet<string>> {
    const phones = rows.flatMap(({ phoneHash, residentNumberHash }) =>
      phoneHash === null ? [] : [{ phoneHash, residentNumberHash }],
    );
    const shared = new Set(await this.imports.sharedPhones(tx, place, phones));
    const holderOf = new Map<string, string>();
    for (const { phoneHash, residentNumberHash } of phones) {
      const holder = holderOf.get(phoneHash) ?? residentNumberHash;
      if (holder !== residentNumberHash) shared.add(phoneHash);
      holderOf.set(phoneHash, holder);
    }
    return shared;
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
        ? this.writer.person(tx, entry)
        : this.writer.withName(withNextVersion(found.person), entry);
    const membership = this.writer.membership(tx, person, { ...entry, unionId }, admittedBy);
    if (found === null) writes.newPeople.push(person);
    writes.newMemberships.push(membership);
    writes.changed.push({ person, membership });
    return person;
  }

  private updated(
    row: Hashed,
    { person, open }: { person: PersonRow; open: OpenMembership },
    { setPhone, setValidFrom, setEmploymentKind }: Extract<Decision, { state: 'updated' }>,
  ): Writes['changed'][number] {
    const { phone, validFrom, employmentKind } = row.entry;
    const { unionPath: _unionPath, ...before } = open;
    const membership = {
      ...before,
      ...(setValidFrom && validFrom !== null ? { validFrom } : {}),
      ...(setEmploymentKind ? { employmentKind } : {}),
    };
    if (!setPhone || phone === null) return { person: withNextVersion(person), membership };
    const sealed = { phone: this.personalData.seal(person.id, 'phone', phone), phoneHash: row.phoneHash };
    return { person: { ...withNextVersion(person), ...sealed }, membership };
  }
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
function disclosablePersonId(
  { person, open }: RecordedPerson,
  decision: Decision,
  place: ChunkPlace,
): string | null {
  const isOwnMember = open !== null && isWithin(open.unionPath, place.unionPath);
  return decision.state !== 'rejected' || isOwnMember ? person.id : null;
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
  await people.insertAll(tx, newPeople);
  const isNew = new Set(newPeople.map((person) => person.id));
  const old = changed.filter(({ person }) => !isNew.has(person.id)).map(({ person }) => person);
  await people.updateNamesAndPhones(tx, old);
  const inserted = new Set(newMemberships.map((membership) => membership.id));
  const changedTerms = changed.map(({ membership }) => membership).filter(({ id }) => !inserted.has(id));
  await members.updateTerms(tx, changedTerms);
  await members.insert(tx, newMemberships);
  const events = changed.map(({ person, membership }) => ({
    about: person.id,
    data: writer.stateOf(person, membership),
  }));
  await recordEvents(tx, membershipEvents.memberChanged, events);
}

function reportOf(
  place: ChunkPlace,
  row: { readonly rowNumber: number },
  found: {
    readonly state: MemberImportReportRow['state'];
    readonly code?: string | null;
    readonly field?: string | null;
  },
): MemberImportReportRow {
  const { state, code = null, field = null } = found;
  return {
    importId: place.importId,
    rowNumber: row.rowNumber,
    state,
    code,
    field,
    personId: null,
    identityHash: null,
    phoneHash: null,
    warnings: [],
  };
}
