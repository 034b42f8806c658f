import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { type ImportRow, isAtWork, type MemberImport, type RowChoice } from './roster.model.js';

const lookAgainMs = 1_500;
const touches = ['memberImport', 'member'];

export function useImports(unionId: string) {
  return usePages<MemberImport>(['memberImport', 'list', unionId], (page, signal) =>
    answerOf(api.GET('/api/v1/member-imports', { params: { query: { ...page, union: unionId } }, signal })),
  );
}

/** An import; asked for again and again while the platform is at work on it. */
export function useImport(importId: string) {
  return useQuery({
    queryKey: ['memberImport', importId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/member-imports/{importId}', { params: { path: { importId } }, signal })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isAtWork(data) ? lookAgainMs : false),
  });
}

export function fetchRows(importId: string, chosen: RowChoice | undefined): FetchPage<ImportRow> {
  return (page, signal) => {
    const filter = chosen === undefined ? {} : chosen === 'warned' ? { warned: true } : { state: chosen };
    const query = { ...page, ...filter };
    return answerOf(
      api.GET('/api/v1/member-imports/{importId}/rows', { params: { path: { importId }, query }, signal }),
    );
  };
}

/** The report; the load writes another than the check. */
export function useRows({ id, dryRun }: MemberImport, chosen: RowChoice | undefined) {
  return usePages<ImportRow>(['memberImport', id, 'rows', dryRun, chosen], fetchRows(id, chosen));
}

/** Only checks the file: nothing is written until it is committed. */
export function useCheckRoster() {
  return useSubmit({
    send: (body: Pick<components['schemas']['CreateMemberImportRequest'], 'unionId' | 'fileKey'>, key) =>
      answerOf(
        api.POST('/api/v1/member-imports', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...body, dryRun: true },
        }),
      ),
    touches,
  });
}

export function useCommitImport(importId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/member-imports/{importId}/commit', {
          params: { path: { importId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useUndoImport(importId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/member-imports/{importId}/undo', {
          params: { path: { importId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}
