import type { Command } from '../core/contract.js';
import { loanContract, type LoanIdRequest } from '../sharing/lending/loan.contract.js';
import { registrationContract, type RegistrationIdRequest } from '../sharing/seats/registration.contract.js';
import { noticeRules } from './notice-kinds.js';

/** What its person may do by the link in a message, without signing in. */
interface LinkAct<Request> {
  readonly command: Command<Request, unknown>;
  /** @param thingId of what waits */
  readonly request: (thingId: string) => Request;
  /** What the button says. */
  readonly words: { readonly zh: string; readonly en: string };
  /** Whether it is done for a union, by whoever holds the office at that moment, on the version that they were told of. */
  readonly isInOffice: boolean;
}

const act = <Request>(one: LinkAct<Request>): LinkAct<Request> => one;

/**
 * What moves no money and can be taken back: of a person's own what binds nobody else, in office what its service allows
 * (`AwaitState.linkVersion`). All else asks for a sign-in.
 */
export const linkActs = {
  seatOffered: act<RegistrationIdRequest>({
    command: registrationContract.acceptOffer,
    request: (registrationId) => ({ registrationId }),
    words: noticeRules.seatOffered.act,
    isInOffice: false,
  }),
  loanRequested: act<LoanIdRequest>({
    command: loanContract.approve,
    request: (loanId) => ({ loanId }),
    words: { zh: '批准借用', en: 'Approve the loan' },
    isInOffice: true,
  }),
} as const;

export type LinkActKind = keyof typeof linkActs;
export const linkActKinds = Object.keys(linkActs) as LinkActKind[];

/** What the link in the message about something that waits does; null where that asks for a sign-in. */
export function linkActOf(kind: string, linkVersion: number | null): LinkActKind | null {
  const found = linkActKinds.find((one) => one === kind);
  return found === undefined || (linkActs[found].isInOffice && linkVersion === null) ? null : found;
}
