/**
 * Whom care is to reach, all of them (六个全覆盖): everybody by what is for all, women, who works elsewhere for the enterprise,
 * who is in hardship, everybody in the heat of summer and the cold of winter, and who has retired.
 */
export const coverageKinds = ['everybody', 'women', 'posted', 'hardship', 'season', 'retired'] as const;
export type CoverageKind = (typeof coverageKinds)[number];
