import type { texts as chinese } from '../zh-CN/publicUnion.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  publicUnion: {
    parent: 'Union above: {{name}}',
    enterprise: 'Enterprise: {{name}}',
    members_one: '{{count, number}} member',
    members_other: '{{count, number}} members',
    wayIn: 'Everybody may look; to take part, please sign in.',
    signIn: 'Sign in',
    activate: 'First time here? Activate your account',
    join: 'Not a member yet? Apply to join',
    coming: 'Coming up',
    nothing: 'Nothing is coming up.',
    free_one: '{{count, number}} seat left',
    free_other: '{{count, number}} seats left',
    full: 'Full; you may join the waitlist',
    by: 'By {{name}}',
    signUp: 'Sign-up: {{time}}',
    signUpUntil: 'Sign up by {{time}}',
    takePart: 'Sign up',
    hasConditions: 'Not everybody may come. Once you are signed in, the activity says whether you may.',
    more: 'More from this union',
    share: 'Share',
    copy: 'Copy the link',
    copied: 'The link is copied',
    copyByHand: 'It could not be copied; please copy it by hand: {{url}}',
  },
};
