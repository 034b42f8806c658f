import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useBeginSession } from '../../../session/use-session.js';

export interface Credentials {
  readonly account: string;
  readonly password: string;
}

export function useSignIn() {
  const begin = useBeginSession();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      answerOf(api.POST('/api/v1/auth/sessions', { body: credentials })),
    onSuccess: begin,
  });
}

type CodeCredentials = components['schemas']['SignInByCodeRequest'];

/** By a code that was sent to the phone. */
export function useCodeSignIn() {
  const begin = useBeginSession();
  return useMutation({
    mutationFn: (body: CodeCredentials) => answerOf(api.POST('/api/v1/auth/sessions/code', { body })),
    onSuccess: begin,
  });
}

type SecondStep = components['schemas']['CompleteSignInRequest'];

/** The second step of a sign-in. What it is completed with may first have to be asked of a device. */
export function useCompleteSignIn() {
  const begin = useBeginSession();
  return useMutation({
    mutationFn: async (stepOf: () => Promise<SecondStep>) =>
      answerOf(api.POST('/api/v1/auth/sessions/second-factor', { body: await stepOf() })),
    onSuccess: begin,
  });
}

/** @param ask lets the person use a passkey */
export function usePasskeySignIn(ask: () => Promise<Record<string, never>>) {
  const begin = useBeginSession();
  return useMutation({
    mutationFn: async () =>
      answerOf(api.POST('/api/v1/auth/sessions/passkey', { body: { passkey: await ask() } })),
    onSuccess: begin,
  });
}

export type Activation = components['schemas']['ActivateRequest'];

/** The first sign-in of a member who stands in a roster. */
export function useActivation() {
  const begin = useBeginSession();
  return useMutation({
    mutationFn: (activation: Activation) =>
      answerOf(api.POST('/api/v1/auth/activations', { body: activation })),
    onSuccess: begin,
  });
}
