import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ProblemError } from '../../../api/problem.js';
import { request } from '../../../api/request.js';

/** The credential of a browser in JSON, as the platform takes it. */
export type PasskeyJson = Record<string, never>;

/** Passkeys belong to a name of a site: there are none at an address of numbers, nor without https but on this machine. */
export function canUsePasskeys(): boolean {
  const isNumeric = /^[\d.]+$|^\[/.test(location.hostname);
  return typeof PublicKeyCredential !== 'undefined' && isSecureContext && !isNumeric;
}

/**
 * Lets the person use a passkey of theirs.
 * @param abortedText what to say where they close the browser's dialog, or have none
 * @throws ProblemError
 */
export async function usePasskey(abortedText: string): Promise<PasskeyJson> {
  const { options } = await request('post', '/auth/passkey-challenges', {}, {});
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return (await orAborted(startAuthentication({ optionsJSON }), abortedText)) as unknown as PasskeyJson;
}

/** Lets the device make a passkey. @throws ProblemError */
export async function makePasskey(options: object, abortedText: string): Promise<PasskeyJson> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return (await orAborted(startRegistration({ optionsJSON }), abortedText)) as unknown as PasskeyJson;
}

/** Browsers do not tell a page why there is no passkey: to the person it is the same. */
async function orAborted<T>(dialog: Promise<T>, detail: string): Promise<T> {
  return dialog.catch((cause: unknown) => {
    const problem = { type: 'about:blank', title: detail, status: 422, code: 'PASSKEY_ABORTED', detail };
    throw Object.assign(new ProblemError({ ...problem, traceId: '', errors: [] }), { cause });
  });
}
