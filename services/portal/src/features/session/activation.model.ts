import type { Activation } from './use-session.js';

export interface ActivationForm {
  readonly residentNumber: string;
  readonly name: string;
  readonly phone?: string;
  readonly password: string;
  /** The password again; it is not sent. */
  readonly repeat: string;
}

export const activationFields = ['residentNumber', 'name', 'phone', 'password'];

/** Only the form of the number: whether it is right, the roster decides. Spaces between the groups are usual. */
export function isResidentNumber(typed: unknown): boolean {
  return typeof typed === 'string' && /^\d{17}[\dXx]$/.test(typed.replaceAll(/\s/g, ''));
}

export function activationOf({ residentNumber, name, phone, password }: ActivationForm): Activation {
  const typedPhone = (phone ?? '').trim();
  return {
    residentNumber: residentNumber.replaceAll(/\s/g, '').toUpperCase(),
    name: name.trim(),
    password,
    ...(typedPhone === '' ? {} : { phone: typedPhone }),
  };
}
