import type { texts as chinese } from '../zh-CN/bulletinFollow.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  bulletinFollow: {
    title: 'What I follow',
    hint: 'You are notified of anything new that you may read. Stop following here at any time.',
    onlyFollowed: 'What I follow',
    manage: 'Change what I follow',
    noneShown:
      'Nothing of what you follow yet. You can follow unions, and kinds, businesses and functions of bulletins.',
    follow: 'Follow {{name}}',
    following: 'Following {{name}}',
    followUnion: 'Follow this union',
    followingUnion: 'Following this union',
    unions: 'Unions',
    unionsNone:
      'You follow no union yet. Open a bulletin, or the public page of a union, and press “Follow this union”.',
    since: 'Since {{at}}',
    stop: 'Stop following',
    stopFor: 'Stop following {{name}}',
    kinds: 'Kinds',
    kindsHint: 'You are notified when your union, or one above it, publishes one of these.',
    businesses: 'Businesses',
    businessesHint:
      'You are notified when your union, or one above it, publishes something of this business.',
    functions: 'Functions',
    functionsHint:
      'You are notified when your union, or one above it, publishes something about such resources.',
    notFollowed: 'Could not be changed',
  },
};
