import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/bridge.js';

export const texts: Same<typeof chinese> = {
  bridge: {
    names: { oidc: 'the federation’s account', wecom: 'WeCom', wechat: 'WeChat' },
    signInWith: 'Sign in with {{name}}',
    hint: 'Once linked, these accounts sign you in without your password. Two-step sign-in still asks for its second step.',
    none: 'There are no linked accounts yet.',
    inAppOnly: 'To link {{name}}, please open this page in {{name}}.',
    link: 'Link {{name}}',
    linkHint:
      'Once you have shown that it is you, you go to {{name}}, and come back here when you have agreed.',
    go: 'Go to {{name}}',
    line: 'Linked {{created}} from {{from}}, last signed in: {{used}}',
    lineUnused: 'Linked {{created}} from {{from}}, never used to sign in',
    unlink: 'Unlink',
    unlinkOf: 'Unlink: {{name}}',
    unlinkHint: 'After that, this account at {{name}} no longer signs in to yours.',
    linkTitle: 'Link an account',
    linked: 'It is linked. You can sign in with it from now on.',
    linkRefused: 'It was not linked',
    declined: 'You did not agree, and nothing has changed.',
    notBegun: 'Please begin again: this sign-in is over, or was begun in another browser.',
    toSignIn: 'Back to sign-in',
    toAccount: 'Back to account and settings',
    activate: 'First sign-in? Activate your account',
    join: 'Not a member yet? Apply to join',
  },
};
