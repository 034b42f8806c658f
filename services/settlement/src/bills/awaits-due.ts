/** Due work: say whom a dispute waits for, as it stands then. Its key is the dispute. */
export const disputeAwaitsDue = 'dispute-awaits';
/** The same for all confirmations of an entry; its key is the entry. */
export const confirmationAwaitsDue = 'confirmation-asked';
