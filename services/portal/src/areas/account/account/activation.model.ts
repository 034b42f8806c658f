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

/** Checks only the form of the number: the roster decides whether it is right. Spaces between the groups are usual. */
export function isResidentNumber(typed: unknown): boolean {
  if (typeof typed !== 'string') return false;
  const number = typed.replaceAll(/\s/g, '').toUpperCase();
  return /^\d{17}[\dX]$/.test(number) && number.charAt(17) === checkCharacterOf(number);
}

/** Of GB 11643: a digit that was mistyped is found before anything is sent. The platform checks more. */
function checkCharacterOf(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return '10X98765432'.charAt(sum % 11);
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
