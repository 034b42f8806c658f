/** Due work, by the id of a change: a printed code that sets a password anew was confirmed, and its person is to hear of it. */
export const resetConfirmedDue = 'reset-code-confirmed';
