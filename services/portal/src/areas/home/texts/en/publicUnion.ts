import type { texts as chinese } from '../zh-CN/publicUnion.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  publicUnion: {
    parent: 'Parent union: {{name}}',
    enterprise: 'Enterprise: {{name}}',
    members_one: '{{count, number}} member',
    members_other: '{{count, number}} members',
    wayIn: 'Browse freely; sign in to take part.',
    signIn: 'Sign in',
    activate: 'First time here? Activate your account',
    join: 'Not a member yet? Apply to join',
    coming: 'Coming up',
    nothing: 'Nothing coming up.',
    free_one: '{{count, number}} seat left',
    free_other: '{{count, number}} seats left',
    full: 'Full; you can join the waitlist',
    by: 'Hosted by {{name}}',
    signUp: 'Sign-up: {{time}}',
    signUpUntil: 'Sign up by {{time}}',
    takePart: 'Sign up',
    hasConditions: 'This activity has entry conditions. Sign in to see whether you meet them.',
    more: 'More from this union',
    share: 'Share',
    copy: 'Copy link',
    copied: 'Link copied',
    copyByHand: 'Could not be copied automatically; please copy it yourself: {{url}}',
  },
};
