import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { FetchPage } from '../../../api/use-pages.js';
import type { AuditFilters, AuditRecord, Service } from './audit.model.js';

export function fetchAudit({ service, noun, subject }: AuditFilters): FetchPage<AuditRecord> {
  return (page, signal) => {
    const query = {
      ...page,
      service,
      ...(noun === undefined ? {} : { noun }),
      ...(subject === undefined ? {} : { subjectId: subject }),
    };
    return answerOf(api.GET('/api/v1/audit', { params: { query }, signal }));
  };
}

/** Asked for by hand: the platform computes the whole chain each time. */
export function useVerification() {
  return useMutation({
    mutationFn: (service: Service) =>
      answerOf(api.GET('/api/v1/audit/verification', { params: { query: { service } } })),
  });
}
