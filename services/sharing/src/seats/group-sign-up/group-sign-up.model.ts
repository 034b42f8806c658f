/** In a smaller group, whoever knows its people reads from a figure who has signed up. As few as answers to a survey need. */
export const groupPeopleMin = 5;

/** Whether it may be said of a group of so many people how many have signed up. */
export function mayCount(people: number): boolean {
  return people >= groupPeopleMin;
}
