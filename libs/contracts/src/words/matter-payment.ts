/**
 * A payment for a matter is asked for, approved or refused, paid, and comes back if the bank returns it. Affairs, where it
 * is asked for, and settlement, where it is paid, say the same of it.
 */
export const matterPaymentStates = ['asked', 'approved', 'refused', 'paid', 'returned'] as const;
export type MatterPaymentState = (typeof matterPaymentStates)[number];

/** Payees of one payment, and parts of the rule that splits it. */
export const matterPayeesMax = 10;
/** Of a part of the split: a whole number. */
export const matterWeightMax = 10_000;
