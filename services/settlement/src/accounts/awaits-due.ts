/** Due work: say whom the closing of accounts waits for, as it stands then. Its key is the id of the closure. */
export const closureAwaitsDue = 'account-closure-awaits';
/** The same for the years that a union has to disclose; its key is the union. */
export const disclosureAwaitsDue = 'disclosure-awaits';
