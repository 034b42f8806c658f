import type { texts as chinese } from '../zh-CN/unionMove.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  unionMove: {
    title: 'What the move would change',
    same: 'It is below this union now: nothing changes.',
    along: 'Goes along',
    thing: {
      unions: 'Unions, with this one: {{count, number}}',
      members: 'Members: {{count, number}}',
      offices: 'Offices: {{count, number}}',
      clubs: 'Clubs: {{count, number}}',
      organisations: 'Organisations: {{count, number}}',
      groups: 'Groups: {{count, number}}',
    },
    open: 'Not decided yet',
    openHint: 'The new unions above go on with it.',
    nothingOpen: 'Nothing',
    matter: {
      applications: 'Applications to join: {{count, number}}',
      foundings: 'Filings to found a union: {{count, number}}',
      transfers: 'Transfers of a membership: {{count, number}}',
      unionTransfers: 'Transfers of all members: {{count, number}}',
      closings: 'Filings to close a union: {{count, number}}',
      changes: 'Changes to be confirmed: {{count, number}}',
      corrections: 'Corrections of records: {{count, number}}',
    },
    leaves: 'Above it no more',
    leavesHint: 'They see and manage nothing of it or below it.',
    joins: 'Above it from then on',
    joinsHint: 'They see, manage and decide.',
    offices: 'offices there: {{count, number}}',
    forMembers: 'Members',
    forOfficers: 'Officers',
    confirms: 'Who confirms',
    members: 'They keep their membership, registrations, loans, dues and history.',
    officers:
      'They keep their offices. The rules that unions above set, such as limits of money, are those of the new unions above.',
    decider: 'Another officer of “{{union}}”',
    sizeClass: 'Its size class changes from “{{before}}” to “{{after}}”.',
    noSizeClass: 'none',
    refused: 'It cannot move there',
  },
};
