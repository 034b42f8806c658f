import type { Command } from '../core/contract.js';
import { registrationContract, type RegistrationIdRequest } from '../sharing/seats/registration.contract.js';

/** What its person may do by the link in a message, without signing in. */
interface LinkAct<Request> {
  readonly command: Command<Request, unknown>;
  /** @param thingId of what waits */
  readonly request: (thingId: string) => Request;
}

const act = <Request>(one: LinkAct<Request>): LinkAct<Request> => one;

/**
 * Of what waits for a person by name, where it binds nobody else, moves no money and can be taken back. All that is done for
 * a union asks for a sign-in.
 */
export const linkActs = {
  seatOffered: act<RegistrationIdRequest>({
    command: registrationContract.acceptOffer,
    request: (registrationId) => ({ registrationId }),
  }),
} as const;

export type LinkActKind = keyof typeof linkActs;
export const linkActKinds = Object.keys(linkActs) as LinkActKind[];
