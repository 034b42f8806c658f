/** The names under which answers are cached, each beginning with the noun that a live hint would name. */
export const queryKeys = {
  me: ['me'],
  activities: (filters: object) => ['activity', 'list', filters],
  activity: (id: string) => ['activity', id],
  pools: (activityId: string) => ['pool', activityId],
  myRegistration: (activityId: string) => ['registration', 'mine', activityId],
} as const;

/** Which cached nouns a change of the named noun touches: who signs up takes a seat. */
const touched: Readonly<Record<string, readonly string[]>> = {
  // A co-host who agrees changes the activity; nothing else tells of it.
  activity: ['activity', 'pool', 'coHost'],
  agreement: ['agreement', 'activity'],
  // A loan takes a time of its resource, or gives it back.
  loan: ['loan', 'resource'],
  pool: ['pool', 'registration'],
  registration: ['registration', 'pool'],
};

export function nounsTouchedBy(resource: string): readonly string[] {
  return touched[resource] ?? [resource];
}
