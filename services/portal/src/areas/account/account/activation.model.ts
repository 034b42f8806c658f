import type { CodeRequest } from './use-entry-code.js';
import type { Activation } from '../credential/use-sign-in.js';

/** The first step: number and name. */
export interface WhoForm {
  readonly residentNumber: string;
  readonly name: string;
}

/** The second step: the code, and what the person signs in with from then on. */
export interface ActivationForm {
  readonly code: string;
  readonly account?: string;
  readonly password: string;
  /** The password again; it is not sent. */
  readonly repeat: string;
}

export const whoFields = ['residentNumber', 'name'];
export const activationFields = ['code', 'account', 'password'];

/** Checks only the format of the number: the roster decides whether it is right. Spaces between the groups are usual. */
export function isResidentNumber(typed: unknown): boolean {
  return typeof typed === 'string' && /^\d{17}[\dXx]$/.test(typed.replaceAll(/\s/g, ''));
}

export function codeRequestOf(who: WhoForm): CodeRequest {
  return { purpose: 'activation', ...cleaned(who) };
}

export function activationOf(who: WhoForm, { code, account, password }: ActivationForm): Activation {
  const login = (account ?? '').trim();
  return { ...cleaned(who), code: code.trim(), password, ...(login === '' ? {} : { account: login }) };
}

function cleaned({ residentNumber, name }: WhoForm): WhoForm {
  return { residentNumber: residentNumber.replaceAll(/\s/g, '').toUpperCase(), name: name.trim() };
}
