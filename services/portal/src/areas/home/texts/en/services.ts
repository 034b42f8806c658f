import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/services.js';

export const texts: Same<typeof chinese> = {
  services: {
    group: {
      takePart: 'Take part and share',
      speak: 'Speak up, get help',
      membership: 'My membership',
      see: 'In the open',
    },
    name: {
      propose: 'Propose an activity',
      clubs: 'Clubs',
      offers: 'Find resources',
      need: 'Say what you need',
      myMatters: 'My matters',
      matterStatus: 'Look up a matter',
      intake: 'Feedback',
      contact: 'Contact the union',
      card: 'Membership card',
      transfers: 'Transfers',
      corrections: 'Corrections',
      verify: 'Check a certificate',
      bulletins: 'Bulletins',
      disclosures: 'Disclosures',
      subsidies: 'Subsidies on notice',
      recognitions: 'Recognitions',
    },
    about: {
      propose: 'Tell the union what you would like to do; it answers within 7 days',
      clubs: 'Find people who like what you like, and join them',
      offers: 'The halls, equipment and activities that unions share',
      need: 'Whatever you lack or want to learn, the union helps you find it',
      myMatters: 'How far what I have sent is',
      matterStatus: 'By number and code, without signing in',
      intake: 'Without your name if you like; you are told when the answer is due',
      contact: 'Phone, address and hours of the contact points',
      card: 'Show the code that proves that you are a member',
      transfers: 'A new employer: take your membership with you',
      corrections: 'Put a wrong name, ID number or phone right',
      verify: 'Scan a certificate or letter to see whether it is genuine',
      bulletins: 'News, policies and what you are asked to read',
      disclosures: 'Where the union’s money goes',
      subsidies: 'Which activities got a subsidy',
      recognitions: 'Unions, activities and people who were honoured',
    },
  },
};
