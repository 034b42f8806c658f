import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/bridge.js';

export const texts: Same<typeof chinese> = {
  bridge: {
    names: { oidc: 'the federation’s account', wecom: 'WeCom', wechat: 'WeChat' },
    signInWith: 'Sign in with {{name}}',
    hint: 'Once linked, these accounts let you sign in without your password. If two-step sign-in is on, you still need the second step.',
    none: 'There are no linked accounts yet.',
    inAppOnly: 'To link {{name}}, please open this page in {{name}}.',
    link: 'Link {{name}}',
    linkHint:
      'Once you have confirmed your identity you are taken to {{name}}; after you agree there, you come back here.',
    go: 'Go to {{name}}',
    line: 'Linked {{created}} from {{from}}, last signed in: {{used}}',
    lineUnused: 'Linked {{created}} from {{from}}, never used to sign in',
    unlink: 'Unlink',
    unlinkOf: 'Unlink: {{name}}',
    unlinkHint: 'After that, this {{name}} account can no longer sign in to your account.',
    linkTitle: 'Link an account',
    linked: 'Linked. You can now use it to sign in.',
    linkRefused: 'Could not be linked',
    declined: 'You declined authorisation; nothing has changed.',
    notBegun: 'Please start again: this sign-in has expired, or was started in another browser.',
    toSignIn: 'Back to sign-in',
    toAccount: 'Back to account and settings',
    activate: 'First time here? Activate your account',
    join: 'Not a member yet? Apply to join',
  },
};
