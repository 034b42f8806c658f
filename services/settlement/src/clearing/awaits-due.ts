/** Due work: say whom a netting run waits for, as it stands then. Its key is the run. */
export const nettingRunAwaitsDue = 'netting-run-awaits';

/** Due work: say whom the account of a union waits for. Its key is the union. */
export const payeeAccountAwaitsDue = 'payee-account-awaits';

/** Due work: say whom a line of the bank waits for that was to be dues. Its key is the id of its assignment. */
export const bankLineDuesAwaitsDue = 'bank-line-dues-awaits';
