import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/mandate.js';

export const texts: Same<typeof chinese> = {
  mandate: {
    intro:
      'A union without hands may let another act for it: for what is chosen and for a term. Both see each time it is used, and either ends it at any time.',
    side: 'Which mandates',
    both: 'All mandates',
    sideIs: { given: 'Given by us', taken: 'Taken on by us' },
    none: 'There are no mandates yet.',
    give: 'Mandate another union',
    line: '{{from}} mandates {{to}}',
    comma: ', ',
    scope: { signUp: 'Sign up its members', lending: 'See to its loans', bookkeeping: 'Keep its books' },
    state: { active: 'In force', later: 'Not yet', ended: 'Ended', revoked: 'Revoked' },
    term: 'Term: {{period}}',
    endedBy: '{{union}} ended it at {{time}}',
    uses: 'When it was used',
    noUses: 'It has not been used yet.',
    somebody: 'An officer',
    did: { signUp: 'Signed up a member', lending: 'Saw to a loan', bookkeeping: 'Kept its books' },
    end: 'End the mandate',
    endQuestion: 'End this mandate? It ends at once; what was done stands. It can be given again.',
    notEnded: 'Could not be ended',
    notGiven: 'The mandate could not be given',
    from: 'The union that mandates',
    to: 'The union that acts',
    scopes: 'For what',
    until: 'Until which day (included)',
    note: 'Note (may be empty)',
    required: 'Please fill this in',
    entryLimit: 'Limit of one act (yuan; empty for none)',
    limitInvalid: 'An amount with at most two decimals, or nothing for no limit',
    bookkeepingHint:
      'Its finance and approvers may then enter bills, calculate shares, submit and approve, read statements and confirm payments; who submits still does not approve.',
    limitIs: 'At most {{amount}} for one act of bookkeeping',
    books: 'The books, and who kept them',
  },
};
