import { Inject, Injectable } from '@nestjs/common';
import { type GroupMemberState, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { CountReferences, MergeWarningView } from '@gongxiang/contracts/words/person-merge';
import { DomainError, rootPath, shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import {
  changeNoted,
  dataCipher,
  movePerson,
  type PersonMerge,
  type PersonPlan,
  type Transaction,
} from '@gongxiang/persistence';
import { ApiKeyRevocation } from '../../access/api-key/api-key-revocation.js';
import { sealedPlaces } from '../../access/key-rotation/sealed-places.js';
import { SessionRepository } from '../../access/session/session.repository.js';
import type { MembershipConfig } from '../../config/config.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { PendingChangeWriter } from '../../unions/pending-change/pending-change-writer.js';
import { scheduleEnd } from '../../unions/role/role-ends.js';
import { roleStateOf } from '../../unions/role/role-state.js';
import type { RoleGrantRow } from '../../unions/role/role.entity.js';
import { MemberPresenter } from '../member/member-presenter.js';
import { MemberRepository } from '../member/member.repository.js';
import type { MemberMergeRow } from './member-merge.entity.js';
import { personPlaces } from './person-places.js';

interface ClubTerm {
  readonly clubId: string;
  readonly personId: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What a merge does to membership's own records. */
@Injectable()
export class MergeSteps {
  readonly plan: PersonPlan;

  constructor(
    @Inject(CONFIG) config: Pick<MembershipConfig, 'dataKey' | 'dataKeyPrevious'>,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRevocation,
    private readonly changes: PendingChangeRepository,
    private readonly changeWriter: PendingChangeWriter,
    private readonly authChanges: AuthChanges,
    private readonly members: MemberRepository,
    private readonly presenter: MemberPresenter,
    private readonly texts: TextMessageSender,
  ) {
    this.plan = { places: personPlaces, sealed: { cipher: dataCipher(config), places: sealedPlaces } };
  }

  /** Locks both, in the order of their ids. @throws DomainError `PERSON_ERASED` */
  async lock(tx: Transaction, { from, into }: Pick<PersonMerge, 'from' | 'into'>): Promise<void> {
    for (const id of [from, into].sort()) {
      const person = await this.people.lockById(tx, id);
      if (person !== null && person.erasedAt !== null) throw new DomainError('PERSON_ERASED');
    }
  }

  /** Ends what the merged record had alone, and moves the rest. */
  async apply(tx: Transaction, row: MemberMergeRow, merge: PersonMerge): Promise<void> {
    await this.sessions.revokeAll(tx, merge.from, null);
    await this.apiKeys.revokeAll(tx, merge.from);
    for (const change of await this.changes.lockOpenAbout(tx, merge.from, rootPath))
      await this.changeWriter.end(tx, change, { state: 'withdrawn' });
    await this.chooseValues(tx, row, merge);
    await this.move(tx, merge);
  }

  /** Moves what is under the merged id; may be repeated for what came late. */
  async move(tx: Transaction, merge: PersonMerge): Promise<void> {
    await this.settle(tx, merge);
    await movePerson(tx, this.plan, merge);
  }

  async warnings(tx: Transaction, { from, into }: CountReferences): Promise<MergeWarningView[]> {
    const [row] = (await tx.sql.query(
      `SELECT
         (SELECT count(*) FROM person WHERE id = $1 AND password_hash IS NOT NULL)::int AS "signInEnds",
         (SELECT count(*) FROM union_membership a JOIN union_membership b ON b.person_id = $2 AND b.state <> 'ended'
          WHERE a.person_id = $1 AND a.state <> 'ended')::int AS "twoMemberships",
         (SELECT count(*) FROM role_grant a JOIN role_grant b ON b.person_id = $2 AND b.union_id = a.union_id
            AND b.role = a.role AND b.revoked_at IS NULL
          WHERE a.person_id = $1 AND a.revoked_at IS NULL)::int AS "sameOffice"`,
      [from, into],
    )) as [Record<'signInEnds' | 'twoMemberships' | 'sameOffice', number>];
    return (['signInEnds', 'twoMemberships', 'sameOffice'] as const).map((warning) => ({
      warning,
      count: row[warning],
    }));
  }

  /**
   * Publishes the present state of these people, their offices, their clubs and their groups, as after a change of each.
   * @returns the versions of the people
   */
  async publish(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    // Above all versions that either record ever had: a late event of the other one must not win.
    const [versions] = (await tx.sql.query(
      `UPDATE person SET version = (SELECT max(version) FROM person WHERE id = ANY($1)) + 1 WHERE id = ANY($1)
       RETURNING id, version`,
      [ids],
    )) as [{ id: string; version: number }[], number];
    const members = await Promise.all(ids.map((id) => this.members.newestOf(tx, id)));
    const states = members.flatMap((record) => (record === null ? [] : [this.presenter.stateOf(record)]));
    await recordEvents(
      tx,
      membershipEvents.memberChanged,
      states.map((data) => ({ about: data.personId, data })),
    );
    await this.publishOffices(tx, ids);
    await this.publishClubs(tx, ids);
    await this.publishGroups(tx, ids);
    for (const id of ids) this.authChanges.publish(tx, id);
    return new Map(versions.map(({ id, version }) => [id, version]));
  }

  private async publishOffices(tx: Transaction, ids: readonly string[]): Promise<void> {
    const [grants] = (await tx.sql.query(
      `UPDATE role_grant SET version = version + 1 WHERE person_id = ANY($1)
       RETURNING id, version, person_id AS "personId", union_id AS "unionId", role, valid_to AS "validTo",
         revoked_at AS "revokedAt"`,
      [ids],
    )) as [RoleGrantRow[], number];
    // A merge that is undone brings back a role whose end may have come meanwhile.
    for (const grant of grants) await scheduleEnd(tx, grant, grant);
    const events = grants.map((grant) => ({ about: grant.id, data: roleStateOf(grant) }));
    await recordEvents(tx, membershipEvents.roleChanged, events);
  }

  private async publishClubs(tx: Transaction, ids: readonly string[]): Promise<void> {
    const [terms] = (await tx.sql.query(
      `UPDATE club_member c SET version = 1 + (SELECT max(o.version) FROM club_member o
         WHERE o.club_id = c.club_id AND o.person_id = ANY(person_ids(c.person_id)))
       WHERE c.person_id = ANY($1)
       RETURNING club_id AS "clubId", person_id AS "personId", version, valid_from AS "validFrom", valid_to AS "validTo"`,
      [ids],
    )) as [ClubTerm[], number];
    await recordEvents(
      tx,
      membershipEvents.clubMemberChanged,
      terms.map((data) => ({ about: data.personId, data })),
    );
  }

  private async publishGroups(tx: Transaction, ids: readonly string[]): Promise<void> {
    const [terms] = (await tx.sql.query(
      `UPDATE group_member SET version = version + 1 WHERE person_id = ANY($1)
       RETURNING id, version, group_id AS "groupId", person_id AS "personId", valid_from AS "validFrom",
         valid_to AS "validTo"`,
      [ids],
    )) as [GroupMemberState[], number];
    await recordEvents(
      tx,
      membershipEvents.groupMemberChanged,
      terms.map((data) => ({ about: data.personId, data })),
    );
  }

  /** Of what both have one ends: the membership, the equal office and the club membership of the merged record. */
  private async settle(tx: Transaction, { mergeId, from, into }: PersonMerge): Promise<void> {
    await changeNoted(tx, mergeId, {
      table: 'union_membership',
      where: `t.person_id = $2 AND t.state <> 'ended'
        AND EXISTS (SELECT FROM union_membership o WHERE o.person_id = $3 AND o.state <> 'ended')`,
      parameters: [from, into, shanghaiDate(tx.now)],
      values: { state: `'ended'`, ended_reason: `'merged'`, valid_to: 'greatest(t.valid_from, $4::date)' },
    });
    // Of two equal offices the one that stays lasts as long as either did.
    const equal = `o.person_id = $2 AND o.union_id = t.union_id AND o.role = t.role AND o.revoked_at IS NULL`;
    await changeNoted(tx, mergeId, {
      table: 'role_grant',
      where: `t.person_id = $3 AND t.revoked_at IS NULL AND EXISTS (SELECT FROM role_grant o
        WHERE ${equal} AND (o.valid_to IS NULL OR o.valid_to > t.valid_to))`,
      parameters: [from, into],
      values: { valid_to: `(SELECT o.valid_to FROM role_grant o WHERE ${equal})` },
    });
    await changeNoted(tx, mergeId, {
      table: 'role_grant',
      where: `t.person_id = $2 AND t.revoked_at IS NULL AND EXISTS (SELECT FROM role_grant o
        WHERE o.person_id = $3 AND o.union_id = t.union_id AND o.role = t.role AND o.revoked_at IS NULL)`,
      parameters: [from, into, tx.now],
      values: { revoked_at: '$4::timestamptz' },
    });
    // Whoever took part under either record has taken part.
    await tx.sql.query(
      `INSERT INTO census_participant (person_id) SELECT $2::uuid FROM census_participant WHERE person_id = $1
       ON CONFLICT DO NOTHING`,
      [from, into],
    );
    // Who is in a club by either record stays in it.
    await changeNoted(tx, mergeId, {
      table: 'club_member',
      where: `t.person_id = $3 AND t.valid_to IS NOT NULL AND EXISTS (SELECT FROM club_member o
        WHERE o.club_id = t.club_id AND o.person_id = $2 AND o.valid_to IS NULL)`,
      parameters: [from, into],
      values: { valid_to: 'NULL', ended_by: 'NULL', end_reason: 'NULL' },
    });
    await changeNoted(tx, mergeId, {
      table: 'club_member',
      where: `t.person_id = $2 AND t.valid_to IS NULL
        AND EXISTS (SELECT FROM club_member o WHERE o.club_id = t.club_id AND o.person_id = $3)`,
      parameters: [from, into, shanghaiDate(tx.now), tx.call.actor?.personId ?? into],
      values: { valid_to: 'greatest(t.valid_from, $4::date)', ended_by: '$5::uuid' },
    });
  }

  /** Nobody is found or signs in by the merged record any more; the survivor has the values that were chosen. */
  private async chooseValues(
    tx: Transaction,
    { nameOf, numberOf, phoneOf }: Pick<MemberMergeRow, 'nameOf' | 'numberOf' | 'phoneOf'>,
    { mergeId, from, into }: PersonMerge,
  ): Promise<void> {
    const merged = await this.people.findById(tx, from);
    const survivor = await this.people.findById(tx, into);
    if (merged === null || survivor === null) throw new Error('both people are there, locked');
    // Whoever signs in by the merged record cannot any more, and would not know by which instead.
    if (merged.passwordHash !== null) await this.texts.tell(tx, merged, 'signInMerged');
    // In this order, so that undoing restores the phone last: whether it is taken depends on the others.
    await this.set(tx, mergeId, from, { phone: null, phone_hash: null });
    await this.set(tx, mergeId, from, { resident_number: null, resident_number_hash: null });
    await this.set(tx, mergeId, from, { password_hash: null });
    await this.set(tx, mergeId, from, { account: null });
    if (nameOf === 'merged') {
      const { nameHash, maskedName } = merged;
      const name = this.resealed(merged, survivor, 'name');
      await this.set(tx, mergeId, into, { name, name_hash: nameHash, masked_name: maskedName });
    }
    if (numberOf === 'merged') {
      const number = this.resealed(merged, survivor, 'residentNumber');
      const { residentNumberHash } = merged;
      await this.set(tx, mergeId, into, {
        resident_number: number,
        resident_number_hash: residentNumberHash,
      });
    }
    if (phoneOf === 'merged') {
      const phone = this.resealed(merged, survivor, 'phone');
      await this.set(tx, mergeId, into, { phone, phone_hash: merged.phoneHash });
    }
  }

  private async set(
    tx: Transaction,
    mergeId: string,
    id: string,
    values: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    const names = Object.keys(values);
    await changeNoted(tx, mergeId, {
      table: 'person',
      where: 't.id = $2',
      parameters: [id, ...Object.values(values)],
      values: Object.fromEntries(names.map((name, index) => [name, `$${index + 3}::text`])),
    });
  }

  private resealed(
    merged: PersonRow,
    survivor: PersonRow,
    field: 'name' | 'residentNumber' | 'phone',
  ): string | null {
    const sealed = merged[field];
    if (sealed === null) return null;
    return this.personalData.seal(survivor.id, field, this.personalData.open(merged.id, field, sealed));
  }
}
