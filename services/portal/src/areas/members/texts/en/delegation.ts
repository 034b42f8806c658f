import type { texts as chinese } from '../zh-CN/delegation.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  delegation: {
    title: { activity: 'Co-organisers', party: 'Representatives' },
    hint: {
      activity:
        'For this one activity, co-organisers can do what the union’s organisers can: edit, publish, manage seats and lists, check people in and send messages. They can do nothing else for the union, sign no agreements, move no money and approve nothing. Revoking takes effect immediately.',
      party:
        'Representatives publish, offer, request and organise on its behalf, and answer requests to borrow what it offers; those of a club can also remove its members. They can do nothing else for the union, sign no agreements and move no money. Revoking takes effect immediately.',
    },
    none: {
      activity: 'No co-organisers yet.',
      party: 'No representatives yet; officers of its union act on its behalf.',
    },
    give: { activity: 'Add a co-organiser', party: 'Add a representative' },
    unknown: 'A colleague',
    state: { active: 'In force', ended: 'Ended', revoked: 'Revoked' },
    untilRevoked: 'Until it is revoked',
    until: 'Until {{time}}',
    mayDelegate: 'Can delegate further, for no longer than their own term',
    given: 'Delegated by {{by}} on {{time}}',
    endedItself: 'Expired on {{time}}',
    endedBy: {
      holder: 'Returned by {{by}} on {{time}}',
      granter: 'Revoked by {{by}} on {{time}}',
    },
    revoke: { mine: 'Give up', theirs: 'Revoke' },
    revokeQuestion: {
      mine: 'Give this up? You can no longer act under it; what you have done remains valid.',
      theirs:
        'Revoke this? They can no longer act under it; what they have done remains valid. They will be notified.',
    },
    notRevoked: 'Could not be revoked',
    submit: 'Delegate',
    notGiven: 'Could not be delegated',
    person: 'Person',
    personRequired: 'Please choose a person',
    find: 'Find a member (full name, ID number or phone)',
    validTo: 'Valid until (Beijing time; optional)',
    validToHint: 'Ends automatically at that time; if empty, it applies until revoked.',
    mayDelegateToo: 'Can delegate further, for no longer than their own term',
    note: 'Note (optional; visible to the person and to those who can delegate)',
    ownHint:
      'Activities you help organise, and parties you represent. You can give up what you no longer want to do.',
    noneOwn: 'Nothing has been delegated to you.',
    kind: {
      activity: 'Activity “{{name}}”',
      club: 'Club “{{name}}”',
      enterprise: 'Enterprise “{{name}}”',
      organisation: 'Organisation “{{name}}”',
      person: '{{name}} personally',
    },
    pageOf: 'Co-organisers: {{title}}',
  },
};
