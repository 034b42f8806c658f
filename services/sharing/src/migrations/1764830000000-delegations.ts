import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person acts in one activity or in the name of one party, until an end, and is notified of it. */
export class Delegations1764830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delegation (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        -- Unions act through roles.
        matter_kind  text NOT NULL CHECK (matter_kind IN ('activity', 'enterprise', 'club', 'organisation', 'person')),
        matter_id    uuid NOT NULL,
        person_id    uuid NOT NULL,
        may_delegate boolean NOT NULL,
        note         text,
        valid_to     timestamptz,
        created_by   uuid NOT NULL,
        created_at   timestamptz NOT NULL,
        revoked_at   timestamptz,
        revoked_by   uuid,
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      -- Asked at each use, for a person and a few matters.
      CREATE INDEX delegation_held ON delegation (person_id, matter_id) WHERE revoked_at IS NULL;
      CREATE INDEX delegation_of_person ON delegation (person_id, id);
      CREATE INDEX delegation_of_matter ON delegation (matter_kind, matter_id, id);

      ALTER TABLE notice ADD delegation_id uuid;
      ALTER TABLE notice DROP CONSTRAINT notice_about_check;
      ALTER TABLE notice ADD CONSTRAINT notice_about_check CHECK (num_nonnulls(
        activity_id, loan_id, need_id, wait_id, resource_id, money_id, efficacy_survey_id, ranking_id, intake_id,
        delegation_id) = 1) NOT VALID;
      ALTER TABLE notice VALIDATE CONSTRAINT notice_about_check;
      ${kindsAre([...kindsBefore, ...newKinds])}
      ${reasonsAre([...reasonsBefore, newReason])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notice WHERE delegation_id IS NOT NULL;
      ${reasonsAre(reasonsBefore)}
      ${kindsAre(kindsBefore)}
      ALTER TABLE notice DROP CONSTRAINT notice_about_check;
      ALTER TABLE notice ADD CONSTRAINT notice_about_check CHECK (num_nonnulls(
        activity_id, loan_id, need_id, wait_id, resource_id, money_id, efficacy_survey_id, ranking_id, intake_id) = 1);
      ALTER TABLE notice DROP delegation_id;
      DROP TABLE delegation;
    `);
  }
}

const newKinds = ['delegationGiven', 'delegationRevoked', 'delegationEnded'];
const newReason = 'actsInMatter';

const kindsBefore = [
  'seatGiven',
  'seatOffered',
  'seatWithdrawn',
  'offerExpired',
  'signedUp',
  'registrationCancelled',
  'activityCancelled',
  'activityChanged',
  'reminder',
  'message',
  'questionAnswered',
  'questionHidden',
  'taskDue',
  'invitationCountered',
  'coHostLeft',
  'brandAdopted',
  'adoptionAsked',
  'adoptionApproved',
  'adoptionRefused',
  'proposalWaiting',
  'proposalSponsored',
  'proposalDeclined',
  'attendanceCorrected',
  'couponUnredeemed',
  'albumWaiting',
  'albumApproved',
  'albumHidden',
  'albumReportDecided',
  'loanRequested',
  'loanApproved',
  'loanRefused',
  'loanCancelled',
  'loanDueSoon',
  'loanOverdue',
  'loanDelayed',
  'handoverWaiting',
  'handoverAssumed',
  'handoverDisputed',
  'extensionAsked',
  'extensionApproved',
  'extensionRefused',
  'damageClaimed',
  'damageDisputed',
  'damageSettled',
  'needMatched',
  'offerProposed',
  'offerAccepted',
  'offerDeclined',
  'waitOffered',
  'maintenanceDue',
  'maintenanceOverdue',
  'surveyOpened',
  'surveyReminded',
  'confirmationDue',
  'disputeOpened',
  'disputeReferred',
  'paymentDue',
  'paymentOverdue',
  'subsidyReportDue',
  'subsidyReportOverdue',
  'disclosureDue',
  'seasonOpened',
  'seasonReminded',
  'seasonClosed',
  'rankingOnNotice',
  'rankingCorrected',
  'rankingFinal',
  'rankingWithdrawn',
  'appealUpheld',
  'appealRejected',
  'confirmationAsked',
  'appealMade',
  'rankingOutdated',
  'intakeAnswered',
  'intakeClosed',
];

const reasonsBefore = [
  'registered',
  'waited',
  'actedFor',
  'askedReminder',
  'askedQuestion',
  'hosts',
  'founder',
  'askedAdoption',
  'proposersUnion',
  'proposed',
  'concerned',
  'enteredDraw',
  'addedPicture',
  'reportedPicture',
  'borrows',
  'lends',
  'decidesDamage',
  'seeks',
  'offers',
  'waitsForTime',
  'keeps',
  'came',
  'dealsWithMoney',
  'judgesSharing',
  'isRanked',
  'decidesAppeals',
  'wroteIntake',
];

function kindsAre(kinds: readonly string[]): string {
  return isOneOf('kind', kinds);
}

function reasonsAre(reasons: readonly string[]): string {
  return isOneOf('why', reasons);
}

function isOneOf(column: string, words: readonly string[]): string {
  const check = `notice_${column}_check`;
  const list = words.map((word) => `'${word}'`).join(', ');
  return `ALTER TABLE notice DROP CONSTRAINT ${check};
      ALTER TABLE notice ADD CONSTRAINT ${check} CHECK (${column} IN (${list})) NOT VALID;
      ALTER TABLE notice VALIDATE CONSTRAINT ${check};`;
}
