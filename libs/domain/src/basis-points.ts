/** What a share of the whole is counted in: 1 % is 100. */
export const basisPoints = 10_000;
