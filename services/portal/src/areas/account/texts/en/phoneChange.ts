export const texts = {
  phoneChange: {
    phone: 'Current phone number: {{phone}}',
    none: 'No phone number on record.',
    hint: 'Used to sign in and to receive codes and security alerts.',
    change: 'Change phone number',
    newPhone: 'New phone number',
    newPhoneRequired: 'Please enter the new phone number',
    sendCodes: 'Send codes',
    sent: 'Codes were sent to the new phone {{newPhone}} and the old phone {{oldPhone}}; they are valid for 5 minutes.',
    sentNewOnly: 'A code was sent to the new phone {{newPhone}}; it is valid for 5 minutes.',
    newCode: 'Code sent to the new phone',
    oldCode: 'Code sent to the old phone (optional)',
    oldCodeHint:
      'With this code the change takes effect immediately. If you can’t receive it, leave this empty: the change takes effect after 24 hours and can be stopped from the old phone until then.',
    codeRequired: 'Please enter the code',
    confirm: 'Confirm change',
    refused: 'Could not be completed',
    waiting: 'The new phone {{newPhone}} takes effect at {{time}}. Until then the old phone can stop it.',
    waitingByUnion:
      'Your union has corrected your phone number to {{newPhone}}, effective {{time}}. Not your request? Stop it and contact your union.',
    withdraw: 'Stop change',
    withdrawQuestion: 'Stop the change? You will keep signing in with your current number.',
    ended: {
      applied: 'Your phone was changed to {{newPhone}} at {{time}}, and other devices were signed out.',
      stopped: 'The change to {{newPhone}} was stopped at {{time}}.',
      withdrawn: 'The change to {{newPhone}} was withdrawn at {{time}}.',
      lapsed: 'The change to {{newPhone}} expired because no code was entered.',
    },
    stoppedBy: {
      oldPhone: 'It was stopped from the old phone. If that was not you, change your password now.',
      person: 'You stopped it in your account.',
      taken: 'The new number is already used by someone else to sign in.',
    },
    stopPage: {
      title: 'Stop phone number change',
      what: 'Someone has asked to sign in to this account with the phone {{newPhone}} from {{time}} on.',
      whatByUnion: 'Officers of the union have put the phone {{newPhone}} on record, from {{time}} on.',
      isYou: 'If this was you, there is nothing to do.',
      notYou:
        'Not you? Stop it. You will keep signing in with this phone; please change your password afterwards.',
      stop: 'It wasn’t me, stop it',
      stopped:
        'The change was stopped; you go on signing in with this phone. If it was not you who asked, change your password now.',
      applied:
        'The change has taken effect and can no longer be stopped. If you did not request it, contact your union immediately.',
      over: 'This change has ended without effect.',
      unknown:
        'This change could not be found. Please open the full link in the message. If your phone number has already been replaced, contact your union immediately.',
      failed: 'Could not be stopped',
      toReset: 'Reset password',
    },
  },
};
