import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { UnreachableError } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { StatementQuery } from '../statement/statement.model.js';

type Schemas = components['schemas'];
export type Vouchers = Schemas['VouchersView'];
export type Subjects = Schemas['VoucherSubjectsView'];
export type Subject = Subjects['subjects'][number];

export function useVouchers(asked: StatementQuery) {
  return useQuery({
    queryKey: ['voucher', asked],
    queryFn: async ({ signal }): Promise<Vouchers> => {
      const answer = await answerOf(api.GET('/api/v1/vouchers', { params: { query: { ...asked } }, signal }));
      // Without a format it is JSON; the others are files.
      if (typeof answer === 'string') throw new UnreachableError('a file instead of vouchers');
      return answer;
    },
  });
}

export function useSubjects(unionId: string) {
  return useQuery({
    queryKey: ['voucher', 'subjects', unionId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/unions/{unionId}/voucher-subjects', { params: { path: { unionId } }, signal }),
      ),
  });
}

/** All that the union maps itself, in place of what it has mapped before. */
export function useMapSubjects(unionId: string) {
  return useSubmit({
    send: (
      { subjects, version }: { readonly subjects: Schemas['VoucherSubjectDto'][]; readonly version: number },
      key,
    ) =>
      answerOf(
        api.PUT('/api/v1/unions/{unionId}/voucher-subjects', {
          params: { path: { unionId }, header: submitHeaders(key, version) },
          body: { subjects },
        }),
      ),
    touches: ['voucher'],
  });
}
