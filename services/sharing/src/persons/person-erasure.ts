import { erasedName, type ErasurePlan, personAmongParties, rowsOf } from '@gongxiang/persistence';

const whose = 't.person_id';
const own = '(SELECT id FROM own)';
const aParty = personAmongParties('party_kind', 'party_id');
const organiser = personAmongParties('organiser_kind', 'organiser_id');
const owner = personAmongParties('owner_kind', 'owner_id');
const theirResource = 'r.owner_id';
const besideResource = `JOIN resource r ON r.id = t.resource_id AND r.owner_kind = 'person'`;
const none = `'${erasedName}'`;
const goesOn = "('requested', 'approved', 'handedOver')";
const isAhead = "a.state NOT IN ('closed', 'cancelled')";

/** SQL of the person, if they are among the hosts of a list; and of the list without their name. */
function amongHosts(column: string): { readonly person: string; readonly list: string } {
  const isTheirs = `h->>'kind' = 'person' AND (h->>'id')::uuid IN ${own}`;
  return {
    person: `(SELECT (h->>'id')::uuid FROM jsonb_array_elements(t.${column}) AS h WHERE ${isTheirs} LIMIT 1)`,
    list: `(SELECT jsonb_agg(CASE WHEN ${isTheirs} THEN h || '{"name": "${erasedName}"}' ELSE h END ORDER BY n)
      FROM jsonb_array_elements(${column}) WITH ORDINALITY AS x(h, n))`,
  };
}

const coHosts = amongHosts('co_hosts');
const signingHosts = amongHosts('hosts');

/** What becomes of everything that this service has of a person once they are erased. */
export const erasurePlan: ErasurePlan = {
  obstacles: [
    {
      obstacle: 'registration',
      count: `(SELECT count(*) FROM registration r JOIN activity a ON a.id = r.activity_id
        WHERE r.person_id IN ${own} AND r.state IN ('confirmed', 'waitlisted', 'held') AND ${isAhead})
        + (SELECT count(*) FROM draw_entry e JOIN draw d ON d.id = e.draw_id
           WHERE e.person_id IN ${own} AND e.state = 'entered' AND d.state IN ('open', 'frozen'))`,
    },
    {
      obstacle: 'activity',
      count: `(SELECT count(*) FROM activity a WHERE ${isAhead} AND (
        (a.organiser_kind = 'person' AND a.organiser_id IN ${own})
        OR EXISTS (SELECT FROM co_host c WHERE c.activity_id = a.id AND c.party_kind = 'person' AND c.party_id IN ${own})))`,
    },
    {
      obstacle: 'loan',
      // What is only asked for or approved is the union's, whose officers go on with it; what is out is with the person.
      count: `(SELECT count(*) FROM loan l WHERE l.requested_by IN ${own} AND l.state = 'handedOver')`,
    },
    {
      obstacle: 'lent',
      count: `(SELECT count(*) FROM resource r WHERE r.owner_kind = 'person' AND r.owner_id IN ${own}
        AND (r.active OR EXISTS (SELECT FROM loan l WHERE l.resource_id = r.id AND l.state IN ${goesOn})))`,
    },
  ],
  emptied: [
    {
      table: 'member_ref',
      person: whose,
      values: {
        masked_name: none,
        sex: 'NULL',
        birth_date: 'NULL',
        employment_kind: 'NULL',
        valid_from: 'NULL',
        valid_to: 'NULL',
      },
    },
    { table: 'registration', person: whose, values: { sealed_answers: 'NULL', override_reason: 'NULL' } },
    { table: 'draw_entry', person: whose, values: { sealed_sign_up: 'NULL' } },
    {
      table: 'no_show_review',
      person: whose,
      values: {
        appeal_text: `CASE WHEN appeal_text IS NOT NULL THEN '${erasedName}' END`,
        decision_reason: `CASE WHEN decision_reason IS NOT NULL THEN '${erasedName}' END`,
      },
    },
    {
      table: 'attendance_correction',
      person: whose,
      values: {
        reason: none,
        refusal: `CASE WHEN refusal IS NOT NULL THEN '${erasedName}' END`,
      },
    },
    // It can no longer be verified, as nobody can say any more whose it is.
    {
      table: 'letter',
      person: whose,
      values: {
        masked_name: none,
        revoked_at: 'coalesce(revoked_at, present.now)',
        revoke_reason: none,
      },
    },
    {
      table: 'need',
      person: aParty,
      values: {
        title: none,
        text: "''",
        district: 'NULL',
        latitude: 'NULL',
        longitude: 'NULL',
        search_terms: `'{}'`,
        state: `CASE state WHEN 'open' THEN 'closed' ELSE state END`,
      },
    },
    {
      table: 'resource',
      person: owner,
      values: {
        title: none,
        description: "''",
        district: 'NULL',
        place: 'NULL',
        latitude: 'NULL',
        longitude: 'NULL',
        search_terms: `'{}'`,
      },
    },
    {
      table: 'maintenance_plan',
      person: theirResource,
      beside: besideResource,
      values: { title: none, by_whom: 'NULL' },
    },
    { table: 'activity', person: organiser, values: { organiser_name: none } },
    // What they planned, and nobody else could take part in: once it is published it stays what it was to those who did.
    {
      table: 'activity',
      person: `(CASE WHEN t.published_at IS NULL THEN ${organiser} END)`,
      values: { title: none, description: 'NULL', venue: 'NULL' },
    },
    { table: 'activity', person: coHosts.person, values: { co_hosts: coHosts.list } },
    {
      table: 'activity',
      person: `(t.proposal->>'personId')::uuid`,
      values: { proposal: `proposal || '{"name": "${erasedName}"}'` },
    },
    { table: 'activity_series', person: organiser, values: { organiser_name: none } },
    {
      table: 'co_host',
      person: aParty,
      values: { party_name: none, message: 'NULL', reason: 'NULL', counter_note: 'NULL' },
    },
    { table: 'activity_task', person: aParty, values: { party_name: none, note: 'NULL' } },
    { table: 'agreement', person: signingHosts.person, values: { hosts: signingHosts.list } },
  ],
  removed: [
    ...rowsOf({ delegation: personAmongParties('matter_kind', 'matter_id') }),
    ...rowsOf({
      person_look: whose,
      registration_companion: whose,
      relative: whose,
      interest_participant: whose,
      notice: whose,
      delegation: whose,
      calendar_feed: whose,
      reminder_wish: whose,
      reminder_reached: whose,
      question: whose,
      album_picture: whose,
      loan_hold: whose,
      person_consent: whose,
      club_member_ref: whose,
      group_member_ref: whose,
    }),
    ...rowsOf({ need_key: 'n.party_id' }, `JOIN need n ON n.id = t.need_id AND n.party_kind = 'person'`),
    ...rowsOf(
      {
        resource_custodian: theirResource,
        resource_attributes: theirResource,
        resource_document: theirResource,
        resource_picture: theirResource,
      },
      besideResource,
    ),
  ],
  stays: {
    'what a union calls its groups': ['group_ref.name'],
    'what the activity was, which others took part in': [
      'activity.kind',
      'activity.function',
      'activity.business',
      'activity.organiser_kind',
      'activity.union_path',
      'activity.time_zone',
      'activity.cancel_reason',
      'activity.facts_hash',
      'activity.series_date',
      'activity.series_own',
      'activity.eligibility',
      'activity.draw',
      'activity.leave_until',
      'activity.cover',
      'activity.brand',
      'activity.queue',
      'activity_series.title',
      'activity_series.organiser_kind',
      'activity_series.rule_text',
      'activity_series.rule',
      'activity_series.starts_on',
      'activity_series.time_zone',
      'activity_series.skipped',
      'activity_series.moved',
      'activity_series.holidays_unknown',
      'activity_task.title',
      'activity_task.due_on',
      'letter.number',
      'letter.code',
      'letter.facts',
    ],
    'the record of the unions between which it was lent': [
      'loan.function',
      'loan.purpose',
      'loan.reason_code',
      'loan.reason',
      'loan.override_reason',
      'loan.business',
      'loan.price_text',
      'loan.party_name',
      'party_loan.party_name',
      'party_loan.purpose',
      'party_loan.business',
      'party_loan.reason',
      'loan_wait.purpose',
      'loan_wait.hindrance',
      'loan_wait.business',
      'loan_series.purpose',
      'loan_series.rule_text',
      'loan_series.rule',
      'loan_series.skipped',
      'loan_series.moved',
      'loan_series.holidays_unknown',
      'right_of_use.grantee_size_class',
      'right_of_use.price_text',
      'right_of_use.only_sizes',
      'right_of_use.businesses',
      'right_of_use.weekdays',
      'right_of_use.time_from',
      'right_of_use.time_until',
      'right_of_use.revoke_reason',
    ],
    'the proof of a draw': ['draw_entry.salt', 'draw_entry.token', 'draw_entry.out_reason'],
    'words of the platform, and random codes': [
      'member_ref.state',
      'registration.check_in_code',
      'coupon.code_hash',
      'coupon.sealed_code',
      'check_in_operation.code',
      'check_in_operation.reason',
      'role_ref.role',
      'resource.owner_kind',
      'resource.function',
      'resource.businesses',
      'right_of_use.grantee_party_kind',
      'need.party_kind',
      'need.functions',
      'need.businesses',
      'need.wants',
      'need.windows',
      'need.flexible',
      'need_match.reasons',
      'need_match.outcome',
      'need_match.plan',
      'co_host.party_kind',
      'activity_task.party_kind',
      'agreement_awaited.party_kind',
    ],
  },
};
