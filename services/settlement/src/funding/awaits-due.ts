/** Due work: say whom a budget, a programme, a subsidy or a payment for a matter waits for, as it stands then. Its key is the id of that. */
export const budgetAwaitsDue = 'budget-awaits';
export const programmeAwaitsDue = 'subsidy-programme-awaits';
export const subsidyAwaitsDue = 'subsidy-awaits';
export const matterPaymentAwaitsDue = 'matter-payment-awaits';
