import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/privacy.js';

export const texts: Same<typeof chinese> = {
  privacy: {
    title: 'My data',
    consents: 'What your data is used for',
    consentsHint:
      'The platform uses your data for these purposes. To say no changes neither your membership nor anything else.',
    purposeOf: {
      membership: 'Membership and what the union does for you',
      accounts: 'Accounts and vouchers',
      mutualInterest: 'Mutual interest at matchmaking',
      proposals: 'Proposing what I lend',
    },
    byLaw: 'Used by law, without consent',
    sensitive: 'Sensitive: it needs a consent of its own',
    used: 'In use',
    notUsed: 'Not in use',
    askedAgain: 'The text is new: you agreed to version {{version, number}}. Please decide again.',
    decided: 'Decided on {{when}} (version {{version, number}} of the text)',
    agree: 'Agree: {{purpose}}',
    agreeShort: 'I have read this and agree',
    switchOn: 'Switch on: {{purpose}}',
    switchOnShort: 'Switch on',
    withdraw: 'Withdraw my consent: {{purpose}}',
    withdrawShort: 'Withdraw my consent',
    withdrawQuestion:
      'It is used no more at once: your card and choices are erased, and whoever found you sees your contact no more. You can agree again later.',
    switchOff: 'Switch off: {{purpose}}',
    switchOffShort: 'Switch off',
    refused: 'Not done',
    textsTitle: 'Texts about the use of data',
    textsHint:
      'The present text of each purpose, and how many people agree. After a new text everybody who agreed to the older one is asked again, and nothing is used until they answer.',
    version: 'Version {{version, number}}, published on {{when}}',
    counts:
      '{{given, number}} agree, {{outdated, number}} are asked again, {{withdrawn, number}} have withdrawn or switched it off',
    zh: 'Text in Chinese',
    en: 'Text in English',
    required: 'Please write the text',
    newText: 'New text: {{purpose}}',
    publish: 'Publish a new text',
    publishQuestion:
      'It cannot be changed afterwards, and everybody who agreed to the older one is asked again.',
    published: 'The new text is published',
  },
};
