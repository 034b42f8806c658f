export const activityKinds = [
  'parentChild',
  'diy',
  'sports',
  'training',
  'competition',
  'tour',
  'matchmaking',
  'welfare',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const resourceFunctions = ['information', 'facility', 'management', 'service', 'people'] as const;
export type ResourceFunction = (typeof resourceFunctions)[number];

export const unionBusinesses = [
  'education',
  'culture',
  'publicity',
  'service',
  'safeguarding',
  'participation',
  'construction',
] as const;
export type UnionBusiness = (typeof unionBusinesses)[number];
