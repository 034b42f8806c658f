/** What is reported: a vacancy or a benefit. */
export const listingKinds = ['vacancy', 'benefit'] as const;
export type ListingKind = (typeof listingKinds)[number];

/** Why somebody reports it: it asks for a fee, is not true, is over, treats some worse than others, or something else. */
export const listingReportGrounds = ['fee', 'untrue', 'expired', 'discrimination', 'other'] as const;
export type ListingReportGround = (typeof listingReportGrounds)[number];

/** Whether the caller may report it, or has done so; neither where it is not shown to them, or is their own. */
export const listingReportStandings = ['possible', 'sent'] as const;
export type ListingReportStanding = (typeof listingReportStandings)[number];
