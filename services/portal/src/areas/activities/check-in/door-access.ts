import { createContext, useContext } from 'react';
import { session } from '../../../api/platform.js';
import { request } from '../../../api/request.js';
import type { AnswerAt } from '../../../api/use-read.js';
import type { components } from '../../../api/schema.js';
import type { CheckInItem } from './check-in.model.js';

type Schemas = components['schemas'];
type RosterPage = AnswerAt<'/activities/{activityId}/roster'>;

/** One page of the roster, with hashes under the key of this device. */
interface RosterAsked {
  readonly key: string;
  readonly limit: number;
  readonly cursor?: string;
}

interface Sending {
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** How the door of one activity is reached: in the name of a member of staff, or by the link of a helper. */
export interface DoorAccess {
  /** Helpers see what the door needs and nothing else: no member search, no attendance, no other page. */
  readonly isHelper: boolean;
  /** For whom this device keeps the roster. */
  readonly owner: () => string;
  readonly readRoster: (activityId: string, asked: RosterAsked, sending: Sending) => Promise<RosterPage>;
  readonly checkIn: (
    activityId: string,
    items: readonly CheckInItem[],
    sending: Sending,
  ) => Promise<Schemas['CheckInView']>;
  readonly undo: (
    activityId: string,
    undoing: { readonly operationId: string; readonly reason: string },
    sending: Sending,
  ) => Promise<Schemas['UndoneCheckInView']>;
}

const staff: DoorAccess = {
  isHelper: false,
  // Asked for each call: the person may be known only after the session was renewed.
  owner: () => session.personId(),
  readRoster: (activityId, asked, sending) =>
    request('get', '/activities/{activityId}/roster', { activityId, ...asked }, sending),
  checkIn: (activityId, items, sending) =>
    request('post', '/activities/{activityId}/check-ins', { activityId, body: { items } }, sending),
  undo: (activityId, { operationId, reason }, sending) =>
    request(
      'post',
      '/activities/{activityId}/check-ins/{operationId}/undo',
      { activityId, operationId, body: { reason } },
      sending,
    ),
};

/** The same for a phone that is bound to a link. Nobody is signed in there: these commands have no Idempotency-Key. */
export function helperAccess(linkId: string, deviceKey: string): DoorAccess {
  return {
    isHelper: true,
    owner: () => ownerOfLink(linkId),
    readRoster: (_activityId, asked, { signal }) =>
      request('get', '/doors/{deviceKey}/roster', { deviceKey, ...asked }, { ...(signal && { signal }) }),
    checkIn: (_activityId, items, { signal }) =>
      request(
        'post',
        '/doors/{deviceKey}/check-ins',
        { deviceKey, body: { items } },
        { ...(signal && { signal }) },
      ),
    undo: (_activityId, { operationId, reason }) =>
      request(
        'post',
        '/doors/{deviceKey}/check-ins/{operationId}/undo',
        { deviceKey, operationId, body: { reason } },
        {},
      ),
  };
}

export function ownerOfLink(linkId: string): string {
  return `link ${linkId}`;
}

/** Staff, unless a page says otherwise. */
export const DoorAccessContext = createContext<DoorAccess>(staff);

export function useDoorAccess(): DoorAccess {
  return useContext(DoorAccessContext);
}
