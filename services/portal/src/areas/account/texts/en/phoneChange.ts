export const texts = {
  phoneChange: {
    phone: 'Your phone now: {{phone}}',
    none: 'No phone is on record.',
    hint: 'You sign in with it, and codes and security notices are sent to it.',
    change: 'Change phone',
    newPhone: 'New phone',
    newPhoneRequired: 'Please enter the new phone',
    sendCodes: 'Send codes',
    sent: 'Codes were sent to the new phone {{newPhone}} and the old phone {{oldPhone}}; they are valid for 5 minutes.',
    sentNewOnly: 'A code was sent to the new phone {{newPhone}}; it is valid for 5 minutes.',
    newCode: 'Code sent to the new phone',
    oldCode: 'Code sent to the old phone (optional)',
    oldCodeHint:
      'With it the change takes effect at once. If you cannot receive it, leave it empty: the change takes effect after 24 hours, and until then the old phone can stop it.',
    codeRequired: 'Please enter the code',
    confirm: 'Confirm the change',
    refused: 'That was not done',
    waiting: 'The new phone {{newPhone}} takes effect at {{time}}. Until then the old phone can stop it.',
    waitingByUnion:
      'Your union has put {{newPhone}} on record as your phone, from {{time}} on. You did not ask for it? Stop it, and tell your union.',
    withdraw: 'Stop the change',
    withdrawQuestion: 'Stop the change? You go on signing in with your present phone.',
    ended: {
      applied: 'Your phone was changed to {{newPhone}} at {{time}}, and other devices were signed out.',
      stopped: 'The change to {{newPhone}} was stopped at {{time}}.',
      withdrawn: 'The change to {{newPhone}} was withdrawn at {{time}}.',
      lapsed: 'The change to {{newPhone}} lapsed, as no code was entered.',
    },
    stoppedBy: {
      oldPhone: 'The holder of the old phone stopped it. If that was not you, change your password now.',
      person: 'You stopped it in your account.',
      taken: 'Somebody signs in with the new phone already.',
    },
    stopPage: {
      title: 'Stop a change of phone',
      what: 'Somebody has asked to sign in to this account with the phone {{newPhone}} from {{time}} on.',
      whatByUnion: 'Officers of the union have put the phone {{newPhone}} on record, from {{time}} on.',
      isYou: 'If it was you, there is nothing to do.',
      notYou:
        'You did not ask for it? Stop it. You then go on signing in with this phone; change your password after that.',
      stop: 'It was not me, stop it',
      stopped:
        'The change was stopped; you go on signing in with this phone. If it was not you who asked, change your password now.',
      applied:
        'It has taken effect and can no longer be stopped. If you did not ask for it, tell your union now.',
      over: 'This change has ended without effect.',
      unknown:
        'This change was not found. Open the whole link of the message; if your phone has been replaced already, turn to your union at once.',
      failed: 'It was not stopped',
      toReset: 'Change your password',
    },
  },
};
