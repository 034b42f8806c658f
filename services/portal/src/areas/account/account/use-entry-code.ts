import { useMutation } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type CodeRequest = Schemas['RequestEntryCodeRequest'];

/** How the person has received a code: on the phone, or on paper from the union. */
export type CodeSource = 'textMessage' | 'printed';

/** The platform gives everybody the same answer, so this page does not know whether a message was sent. */
export function useRequestCode() {
  return useMutation({
    mutationFn: (body: CodeRequest) => request('post', '/auth/codes', { body }, {}),
  });
}

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: Schemas['ResetPasswordRequest']) =>
      request('post', '/auth/password-resets', { body }, {}),
  });
}
