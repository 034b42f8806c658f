import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
/** What is awarded, accepted and claimed back is posted, and shows wherever money is shown. */
const touches = ['subsidyProgramme', 'subsidyApplication', 'subsidy', 'entry', 'account', 'statement'];

function keyed<Path>(path: Path, key: string) {
  return { path, header: { 'Idempotency-Key': key } };
}

export type ProgrammeTerms = Schemas['ChangeSubsidyProgrammeBody'];
export type Decision = Schemas['DecideSubsidyApplicationBody'];
export type ApplicationTerms = Schemas['ChangeSubsidyApplicationBody'];

export function useCreateProgramme() {
  return useSubmit({
    send: (body: Schemas['CreateSubsidyProgrammeRequest'], key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    touches,
  });
}

export function useChangeProgramme(programmeId: string, version: number) {
  return useSubmit({
    send: (body: ProgrammeTerms, key) =>
      answerOf(
        api.PUT('/api/v1/subsidy-programmes/{programmeId}', {
          params: { path: { programmeId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useOpenProgramme(programmeId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/open', {
          params: { path: { programmeId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useStopProgramme(programmeId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/stop', {
          params: { path: { programmeId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useApproveProgramme(programmeId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/approve', {
          params: { path: { programmeId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useReopenProgramme(programmeId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/reopen', {
          params: { path: { programmeId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useCancelProgramme(programmeId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/cancel', {
          params: { path: { programmeId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}

export function useObject(programmeId: string) {
  return useSubmit({
    send: (body: Schemas['ObjectToSubsidyBody'], key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/objections', {
          params: keyed({ programmeId }, key),
          body,
        }),
      ),
    touches,
  });
}

export function useAnswer(programmeId: string, objectionId: string) {
  return useSubmit({
    send: (body: Schemas['AnswerSubsidyObjectionBody'], key) =>
      answerOf(
        api.POST('/api/v1/subsidy-programmes/{programmeId}/objections/{objectionId}/answer', {
          params: keyed({ programmeId, objectionId }, key),
          body,
        }),
      ),
    touches,
  });
}

export function useApply() {
  return useSubmit({
    send: (body: Schemas['CreateSubsidyApplicationRequest'], key) =>
      answerOf(
        api.POST('/api/v1/subsidy-applications', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    touches,
  });
}

export function useChangeApplication(applicationId: string, version: number) {
  return useSubmit({
    send: (body: ApplicationTerms, key) =>
      answerOf(
        api.PUT('/api/v1/subsidy-applications/{applicationId}', {
          params: { path: { applicationId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useSubmitApplication(applicationId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-applications/{applicationId}/submit', {
          params: { path: { applicationId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useWithdrawApplication(applicationId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-applications/{applicationId}/withdraw', {
          params: { path: { applicationId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useDecide(applicationId: string, version: number) {
  return useDecision({
    send: (body: Decision, key) =>
      answerOf(
        api.POST('/api/v1/subsidy-applications/{applicationId}/decide', {
          params: { path: { applicationId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useAcceptSubsidy(subsidyId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/accept', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useDeclineSubsidy(subsidyId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/decline', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}

export function useSendSubsidy(subsidyId: string, version: number) {
  return useDecision({
    send: (bankReference: string, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/confirm-sent', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
          body: { bankReference },
        }),
      ),
    touches,
  });
}

export function useReceiveSubsidy(subsidyId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/confirm-received', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useReportSubsidy(subsidyId: string, version: number) {
  return useDecision({
    send: (body: Schemas['ReportSubsidyBody'], key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/report', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useAcceptReport(subsidyId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/accept-report', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useReturnReport(subsidyId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/return-report', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}

export function useClawBack(subsidyId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/subsidies/{subsidyId}/claw-back', {
          params: { path: { subsidyId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}
