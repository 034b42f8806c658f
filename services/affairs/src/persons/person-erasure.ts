import { erasedName, type ErasurePlan, rowsOf } from '@gongxiang/persistence';

const whose = 't.person_id';
const own = '(SELECT id FROM own)';

/** What becomes of everything that this service has of a person once they are erased: of their matters the figures stay. */
export const erasurePlan: ErasurePlan = {
  obstacles: [
    {
      obstacle: 'matter',
      count: `SELECT count(*) FROM matter m WHERE m.person_id IN ${own}
        AND m.state IN ('sent', 'inWork', 'asked', 'held', 'proposed', 'decided')`,
    },
  ],
  emptied: [
    { table: 'member_ref', person: whose, values: { masked_name: `'${erasedName}'` } },
    {
      table: 'matter_entry',
      beside: 'JOIN matter m ON m.id = t.matter_id',
      person: 'm.person_id',
      values: { sealed_text: 'NULL' },
    },
    {
      table: 'matter_paper',
      beside: 'JOIN matter m ON m.id = t.matter_id',
      person: 'm.person_id',
      values: { sealed_name: 'NULL', sealed_opening: 'NULL' },
    },
    {
      table: 'matter_step_mark',
      beside: 'JOIN matter m ON m.id = t.matter_id',
      person: 'm.person_id',
      values: { sealed_words: 'NULL', public_text: 'NULL' },
    },
    {
      table: 'matter_payment',
      beside: 'JOIN matter m ON m.id = t.matter_id',
      person: 'm.person_id',
      values: { sealed_payees: 'NULL' },
    },
    {
      table: 'circle_post',
      person: whose,
      values: {
        sealed_title: 'NULL',
        sealed_text: 'NULL',
        sealed_reason: 'NULL',
        sealed_appeal: 'NULL',
        sealed_refusal: 'NULL',
      },
    },
    { table: 'circle_report', person: whose, values: { sealed_words: 'NULL' } },
    { table: 'listing_report', person: whose, values: { sealed_words: 'NULL' } },
    {
      table: 'bulletin_comment',
      person: whose,
      values: {
        sealed_text: 'NULL',
        sealed_reason: 'NULL',
        sealed_appeal: 'NULL',
        sealed_refusal: 'NULL',
      },
    },
    { table: 'bulletin_comment_report', person: whose, values: { sealed_words: 'NULL' } },
    { table: 'bulletin_report', person: whose, values: { sealed_words: 'NULL' } },
    {
      table: 'work',
      person: whose,
      values: {
        title: `'${erasedName}'`,
        sealed_text: 'NULL',
        sealed_name: 'NULL',
        sealed_reason: 'NULL',
      },
    },
    {
      table: 'work_file',
      beside: 'JOIN work w ON w.id = t.work_id',
      person: 'w.person_id',
      values: { sealed_name: 'NULL', sealed_opening: 'NULL', sealed_preview_opening: 'NULL' },
    },
    {
      table: 'matter',
      person: whose,
      values: {
        sealed_code: 'NULL',
        sealed_answers: 'NULL',
        sealed_contact: 'NULL',
        sealed_reasons: 'NULL',
        sealed_rating: 'NULL',
        sealed_topic_words: 'NULL',
      },
    },
  ],
  removed: [
    // Who belonged to the household of their matter says something about them, too.
    ...rowsOf({ household_person: 'm.person_id' }, 'JOIN matter m ON m.id = t.matter_id'),
    ...rowsOf({
      household_person: whose,
      person_look: whose,
      bulletin_receipt: whose,
      bulletin_subscription: whose,
      person_record: whose,
      visit: whose,
      course_taking: whose,
      service_handler: whose,
      occasion: whose,
      occasion_day: whose,
      occasion_choice: whose,
      works_ballot: whose,
      vacancy_interest: whose,
      circle_member: whose,
    }),
  ],
  stays: {
    'words of the platform': [
      'role_ref.role',
      'member_ref.state',
      'matter.outcome',
      'matter.proposed_topic',
      'matter.topic',
      'matter_paper.asked',
      'work.award',
    ],
    'of a file that is gone': [
      'matter_paper.content_type',
      'matter_paper.sha256',
      'work_file.content_type',
      'work_file.sha256',
      'work_file.preview_sha256',
    ],
    'a number of nobody without the record': ['matter.number'],
    'days of the work on it, which figures count': ['matter.paused_on', 'matter.held_until'],
    'until when what was decided holds, for whoever sees to the next one': [
      'matter.holds_until',
      'matter.next_due_on',
    ],
    'the day that the books of the union have, too': ['matter_payment.paid_on', 'matter_payment.due_on'],
  },
};
