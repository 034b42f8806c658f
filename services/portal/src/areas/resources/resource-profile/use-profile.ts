import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Conditions = Schemas['ResourceConditionsView'];
export type Custodian = Schemas['ResourceCustodianView'];
export type Documents = Schemas['ResourceDocumentsView'];
export type Document = Schemas['ResourceDocumentView'];

const touches = ['resource'];
const base = '/api/v1/resources/{resourceId}';

/** @param version of which the text is asked for; what is in force where it is absent */
export function useConditions(resourceId: string, version?: number) {
  return useQuery({
    queryKey: ['resource', resourceId, 'conditions', version ?? null],
    queryFn: ({ signal }) => {
      const params = { path: { resourceId }, query: version === undefined ? {} : { version } };
      return answerOf(api.GET(`${base}/conditions`, { params, signal }));
    },
  });
}

export function useCustodian(resourceId: string) {
  return useQuery({
    // A loan that is approved or over changes whether the contact is told.
    queryKey: ['resource', resourceId, 'custodian'],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${base}/custodian`, { params: { path: { resourceId } }, signal })),
  });
}

export function useAttributes(resourceId: string) {
  return useQuery({
    queryKey: ['resource', resourceId, 'attributes'],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${base}/attributes`, { params: { path: { resourceId } }, signal })),
  });
}

export function useSaveAttributes(resourceId: string, version: number) {
  return useDecision({
    touches,
    send: (body: Schemas['SaveResourceAttributesBody'], key) =>
      answerOf(
        api.PUT(`${base}/attributes`, {
          params: { path: { resourceId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useDocuments(resourceId: string) {
  return useQuery({
    queryKey: ['resource', resourceId, 'documents'],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${base}/documents`, { params: { path: { resourceId } }, signal })),
  });
}

export function useSaveConditions(resourceId: string, version: number) {
  return useDecision({
    touches,
    send: (text: string, key) =>
      answerOf(
        api.PUT(`${base}/conditions`, {
          params: { path: { resourceId }, header: submitHeaders(key, version) },
          body: { text },
        }),
      ),
  });
}

export function useSaveCustodian(resourceId: string, version: number) {
  return useDecision({
    touches,
    send: (body: Schemas['SaveResourceCustodianBody'], key) =>
      answerOf(
        api.PUT(`${base}/custodian`, {
          params: { path: { resourceId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useAddDocument(resourceId: string) {
  return useSubmit({
    touches,
    send: (body: Schemas['AddResourceDocumentBody'], key) =>
      answerOf(
        api.POST(`${base}/documents`, {
          params: { path: { resourceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useRemoveDocument(resourceId: string) {
  return useSubmit({
    touches,
    send: (documentId: string, key) =>
      answerOf(
        api.DELETE(`${base}/documents/{documentId}`, {
          params: { path: { resourceId, documentId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useRestoreDocument(resourceId: string) {
  return useSubmit({
    touches,
    send: (documentId: string, key) =>
      answerOf(
        api.POST(`${base}/documents/{documentId}/restore`, {
          params: { path: { resourceId, documentId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
