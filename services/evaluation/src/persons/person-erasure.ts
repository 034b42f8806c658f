import { erasedName, type ErasurePlan, rowsOf } from '@gongxiang/persistence';

const own = '(SELECT id FROM own)';
const whose = 't.person_id';

/**
 * What becomes of everything that this service has of a person once they are erased. Answers of surveys are nobody's:
 * the platform cannot tell whose they are, and so can erase none.
 */
export const erasurePlan: ErasurePlan = {
  obstacles: [
    {
      obstacle: 'appeal',
      count: `(SELECT count(*) FROM ranking_appeal a WHERE a.person_id IN ${own} AND a.state = 'open')`,
    },
  ],
  emptied: [
    { table: 'member_ref', person: whose, values: { state: `'ended'`, birth_decade: 'NULL' } },
    {
      table: 'ranking_appeal',
      person: whose,
      values: {
        text: `'${erasedName}'`,
        answer: `CASE WHEN answer IS NOT NULL THEN '${erasedName}' END`,
        file_key: 'NULL',
        file_hash: 'NULL',
        file_name: 'NULL',
      },
    },
  ],
  removed: rowsOf({ person_look: whose, member_activation: whose }),
  stays: {
    'what was done together, not who did it': ['activity_ref', 'loan_ref', 'ranking_appeal.subject_name'],
    'who stood in an election, which an assembly has decided': ['vote_candidate'],
    'that a token was used, so that it is used once': [
      'survey_token_grant',
      'efficacy_invitation',
      'vote_voter',
    ],
  },
};
