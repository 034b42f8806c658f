/** Due work: say whom a netting run waits for, as it stands then. Its key is the run. */
export const nettingRunAwaitsDue = 'netting-run-awaits';
