import type { texts as chinese } from '../zh-CN/partyClosing.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  partyClosing: {
    close: { club: 'Close the club', organisation: 'Close the organisation' },
    hint: 'Once it is closed, nothing new is published, borrowed or joined in its name. What runs comes to its end, its history stays readable, and it can be opened again.',
    stillThere: 'What there still is',
    nothing: 'Nothing is left to do.',
    incomplete:
      'A service has not answered just now, so something may be missing below; please look again later.',
    blocks: 'has to be dealt with first',
    goesOn: 'comes to its end',
    stays: 'stays, as it is, until it is opened again',
    finding: {
      unionsBelow: 'Unions below: {{count, number}}',
      clubs: 'Clubs: {{count, number}}',
      organisations: 'Organisations: {{count, number}}',
      applications: 'Applications to join that wait: {{count, number}}',
      imports: 'Rosters that are not finished: {{count, number}}',
      members: 'Members: {{count, number}}',
      offices: 'Offices: {{count, number}}',
      groups: 'Groups: {{count, number}}',
      activities: 'Activities that are not over: {{count, number}}',
      coHosting: 'Activities hosted with others: {{count, number}}',
      resources: 'Resources offered: {{count, number}}',
      lent: 'Loans to others that are not over: {{count, number}}',
      borrowed: 'Loans from others that are not over: {{count, number}}',
      needs: 'Open needs: {{count, number}}',
      bills: 'Bills that are not settled: {{count, number}}',
      payments: 'Payments that are not done: {{count, number}}',
      balances: 'Accounts with a balance: {{count, number}}',
    },
    reason: 'Why it is closed (everybody who is signed in reads it: please name no person)',
    reasonRequired: 'Please say why it is closed',
    question: 'Close {{name}}? It can be opened again later.',
    refused: 'Not closed',
    since: 'Closed since {{at}}',
    why: 'Why: {{reason}}',
    reopen: 'Open it again',
    reopenQuestion: 'Open {{name}} again? It can be chosen, publish and borrow as before.',
    reopenRefused: 'Not opened',
  },
};
