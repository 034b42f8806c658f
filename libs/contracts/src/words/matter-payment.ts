/**
 * A payment for a matter is asked for, approved or refused, paid, and comes back if the bank returns it. Affairs, where it
 * is asked for, and settlement, where it is paid, say the same of it.
 */
export const matterPaymentStates = ['asked', 'approved', 'refused', 'paid', 'returned'] as const;
export type MatterPaymentState = (typeof matterPaymentStates)[number];

/** Of an instalment before its day, and of one that is not to be paid any more: settlement never hears of either. */
export const matterInstalmentStates = ['planned', ...matterPaymentStates, 'stopped'] as const;
export type MatterInstalmentState = (typeof matterInstalmentStates)[number];

/** Instalments of one payment. */
export const matterInstalmentsMax = 12;

/** Payees of one payment, and parts of the rule that splits it. */
export const matterPayeesMax = 10;
/** Of a part of the split: a whole number. */
export const matterWeightMax = 10_000;
