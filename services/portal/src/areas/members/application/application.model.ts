import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Application = Schemas['ApplicationView'];
export type ApplicationSummary = Schemas['ApplicationSummaryView'];
export type ApplicationState = Application['state'];
export type Turn = Schemas['ApplicationTurnView'];
export type RouteStep = Schemas['RouteStepView'];
export type Invitation = Schemas['InvitationView'];

export const applicationStates: readonly ApplicationState[] = [
  'waiting',
  'admitted',
  'refused',
  'transfer',
  'withdrawn',
];

/** What a list of people looks like: a name and a phone on each line, with anything but letters and digits between them. */
export interface InvitedPerson {
  readonly name: string;
  readonly phone: string;
}

/** Reads a pasted list. @returns the people, and the numbers of the lines that cannot be read, from 1 */
export function readPeople(text: string): {
  readonly people: readonly InvitedPerson[];
  readonly unread: readonly number[];
} {
  const people: InvitedPerson[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const match = /^\s*(\D+?)[\s,，;；、\t]*(\+?[\d][\d\s-]{5,18}\d)\s*$/u.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) unread.push(index + 1);
    else people.push({ name: match[1].trim(), phone: match[2].replaceAll(/[\s-]/g, '') });
  }
  return { people, unread };
}
