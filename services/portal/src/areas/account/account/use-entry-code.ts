import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type CodeRequest = Schemas['RequestEntryCodeRequest'];

/** How somebody at the door has got a code: on the phone, or on paper from the union. */
export type CodeSource = 'textMessage' | 'printed';

/** The platform answers alike whoever asks: nothing is known here of whether a message has left. */
export function useRequestCode() {
  return useMutation({
    mutationFn: (request: CodeRequest) => answerOf(api.POST('/api/v1/auth/codes', { body: request })),
  });
}

export function useResetPassword() {
  return useMutation({
    mutationFn: (reset: Schemas['ResetPasswordRequest']) =>
      answerOf(api.POST('/api/v1/auth/password-resets', { body: reset })),
  });
}
