import type { texts as chinese } from '../zh-CN/movedToken.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  movedToken: {
    title: 'Answer on another device',
    hint: 'Your anonymous token is on this device alone; each person has one. Scan the code with your other device and the token goes there; what you have chosen does not. Show it to nobody: anyone who has it can answer in your place.',
    show: 'Show the code',
    code: 'Your anonymous token',
    copy: 'Copy the link',
    copied: 'Copied. Send it to yourself only.',
    notCopied: 'The browser does not allow copying. Please scan the code.',
    done: 'I have opened it on the other device',
    doneQuestion:
      'This device forgets the token and what you filled in. Please make sure that the other one shows the questions.',
    doneYes: 'Remove from this device',
    arrived: 'This link brings an anonymous token',
    arrivedHint:
      'Accept it only if you have just chosen “Answer on another device” on a device of your own. Do not accept one that someone sent you: the sender could then find out your answers.',
    take: 'It is mine: take it',
    leave: 'Do not take it',
    refused: 'The token could not be transferred',
    refusedHint:
      'It is not of this survey, or there is one on this device already. Please show the code again on the other device and retry.',
  },
};
