import type { texts as chinese } from '../zh-CN/surveyPlan.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  surveyPlan: {
    title: 'Automatic surveys',
    hint: 'Set up once: whenever an activity is closed and its attendance complete, those who came are asked anonymously, and reminded once before the end.',
    new: 'Set up automatic surveys',
    change: 'Change',
    changeOf: 'Change the automatic surveys of {{union}}',
    save: 'Save',
    refused: 'Could not be saved',
    empty: 'None yet. Open surveys activity by activity, or set up automatic ones.',
    union: 'Union',
    unionHint: 'Also for unions below it that have none of their own.',
    daysOpen: 'Open for days',
    daysWrong: 'Please give 1 to 60 days',
    validFrom: 'From',
    validFromHint: 'Activities that are closed on this day or later.',
    stateLabel: 'Status',
    allStates: 'All',
    state: { active: 'In force', ended: 'Ended' },
    surveyCount: 'Surveys opened',
    end: 'Stop',
    endOf: 'Stop the automatic surveys of {{union}}',
    endQuestion:
      'No more surveys open automatically; those that are open go on. You can make another one later.',
    endYes: 'Stop them',
    endRefused: 'They were not stopped',
  },
};
