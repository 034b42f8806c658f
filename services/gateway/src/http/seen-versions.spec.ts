import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
}

/** Decisions require the version that was seen: every POST and PUT asks for If-Match except these, by reason. */
const withoutVersion: Readonly<Record<string, readonly string[]>> = {
  'Makes something new, or adds to what is there, and decides on nothing': [
    'POST /account-closures',
    'POST /accounts/{accountId}/overdraft-rules',
    'POST /activities',
    'POST /activities/{activityId}/agreements',
    'POST /activities/{activityId}/album-pictures',
    'POST /activities/{activityId}/attachments',
    'POST /activities/{activityId}/attendance-corrections',
    'POST /activities/{activityId}/caps',
    'POST /activities/{activityId}/co-hosts',
    'POST /activities/{activityId}/copy',
    'POST /activities/{activityId}/draws',
    'POST /activities/{activityId}/letters',
    'POST /activities/{activityId}/messages',
    'POST /activities/{activityId}/pictures',
    'POST /activities/{activityId}/pools',
    'POST /activities/{activityId}/questions',
    'POST /activities/{activityId}/redeeming-points',
    'POST /activities/{activityId}/registrations/group',
    'POST /activities/{activityId}/rehearsals',
    'POST /activities/{activityId}/tasks',
    'POST /activity-proposals',
    'POST /activity-series',
    'POST /bank-statements',
    'POST /brands',
    'POST /brands/{brandId}/adopt',
    'POST /brands/{brandId}/adoption-requests',
    'POST /budgets',
    'POST /clubs',
    'POST /clubs/{clubId}/members',
    'POST /consent-texts',
    'POST /contact-points',
    'POST /corrections',
    'POST /cost-pools',
    'POST /cost-pools/{costPoolId}/items',
    'POST /cost-pools/{costPoolId}/planned-items',
    'POST /cost-pools/{costPoolId}/refunds',
    'POST /cost-pools/{costPoolId}/self-payments',
    'POST /cost-pools/{costPoolId}/supplements',
    'POST /disclosures',
    'POST /disputes/{disputeId}/messages',
    'POST /dues-payments',
    'POST /dues-payments/{paymentId}/reverse',
    'POST /dues-rules',
    'POST /efficacy-surveys',
    'POST /enterprises',
    'POST /fund-rule-sets',
    'POST /fund-rule-sets/{setId}/copy',
    'POST /groups/{groupId}/members',
    'POST /indicator-systems',
    'POST /indicator-systems/{systemId}/copy',
    'POST /indicator-systems/{systemId}/weight-versions',
    'POST /invitations',
    'POST /invitations/{invitationId}/messages',
    'POST /judgement-rounds',
    'POST /judgement-rounds/{judgementRoundId}/judges',
    'POST /judgement-rounds/{judgementRoundId}/weight-versions',
    'POST /ledger/amount-limits',
    'POST /letter-templates',
    'POST /loan-series',
    'POST /loans',
    'POST /loans/{loanId}/damages',
    'POST /loans/{loanId}/extension-requests',
    'POST /loans/{loanId}/handovers',
    'POST /loans/{loanId}/handovers/{handoverId}/pictures',
    'POST /mandates',
    'POST /me/card',
    'POST /member-imports',
    'POST /member-merges',
    'POST /members',
    'POST /members/{memberId}/dues-payments',
    'POST /members/{memberId}/employments',
    'POST /members/{memberId}/entry-codes',
    'POST /membership-transfers',
    'POST /needs',
    'POST /netting-runs',
    'POST /organisations',
    'POST /party-freezes',
    'POST /rankings',
    'POST /rankings/{rankingId}/appeals',
    'POST /recognitions',
    'POST /resources',
    'POST /resources/{resourceId}/blocks',
    'POST /resources/{resourceId}/documents',
    'POST /resources/{resourceId}/grants',
    'POST /resources/{resourceId}/holds',
    'POST /resources/{resourceId}/loan-imports',
    'POST /resources/{resourceId}/maintenance-plans',
    'POST /resources/{resourceId}/pictures',
    'POST /resources/{resourceId}/pieces',
    'POST /subsidy-applications',
    'POST /subsidy-programmes',
    'POST /subsidy-programmes/{programmeId}/objections',
    'POST /survey-plans',
    'POST /surveys',
    'POST /tuning-reports/{tuningReportId}/draft',
    'POST /unions',
    'POST /unions/{unionId}/groups',
    'POST /unions/{unionId}/roles',
    'PUT /members/{memberId}/dues',
  ],
  'Decides on what stays as it was proposed': [
    'POST /pending-changes/{pendingChangeId}/confirm',
    'POST /pending-changes/{pendingChangeId}/refuse',
    'POST /pending-changes/{pendingChangeId}/withdraw',
  ],
  "Is about oneself alone, or what one has in one's own hands": [
    'POST /activities/{activityId}/pools/{poolId}/remind-me',
    'POST /activities/{activityId}/queue-places',
    'POST /activities/{activityId}/registrations',
    'POST /api-keys',
    'POST /applications',
    'POST /applications/appeal',
    'POST /applications/codes',
    'POST /applications/status',
    'POST /applications/withdraw',
    'POST /auth/activations',
    'POST /auth/codes',
    'POST /auth/passkey-challenges',
    'POST /auth/password-resets',
    'POST /auth/sessions',
    'POST /auth/sessions/passkey',
    'POST /auth/sessions/refresh',
    'POST /auth/sessions/second-factor',
    'POST /draws/{drawId}/entries',
    'POST /draws/{drawId}/withdraw-entry',
    'POST /efficacy-surveys/{efficacySurveyId}/answers',
    'POST /efficacy-surveys/{efficacySurveyId}/responses',
    'POST /efficacy-surveys/{efficacySurveyId}/tokens',
    'POST /files',
    'POST /intake',
    'POST /invitations/accept',
    'POST /loan-waits/{waitId}/accept',
    'POST /loan-waits/{waitId}/withdraw',
    'POST /me/calendar-feeds',
    'POST /me/consents',
    'POST /me/credentials/passkeys',
    'POST /me/credentials/passkeys/options',
    'POST /me/credentials/passkeys/{passkeyId}/remove',
    'POST /me/credentials/recovery-codes',
    'POST /me/credentials/totp',
    'POST /me/credentials/totp/confirm',
    'POST /me/credentials/totp/remove',
    'POST /me/no-shows/{noShowId}/appeal',
    'POST /me/notices/read-all',
    'POST /me/notices/{noticeId}/read',
    'POST /registrations/{registrationId}/accept-offer',
    'POST /registrations/{registrationId}/companions',
    'POST /resources/{resourceId}/waits',
    'POST /surveys/{surveyId}/responses',
    'POST /surveys/{surveyId}/tokens',
    'PUT /activities/{activityId}/mutual-interest/choices/{participantId}',
    'PUT /activities/{activityId}/mutual-interest/me',
    'PUT /judgements/{judgeToken}',
    'PUT /registrations/{registrationId}/answers',
    'PUT /roster-entries',
  ],
  'Is done at a door or a counter, where there may be no network': [
    'POST /activities/{activityId}/check-ins',
    'POST /activities/{activityId}/check-ins/{operationId}/undo',
    'POST /activities/{activityId}/coupons/{couponId}/undo-redemption',
    'POST /redeeming/{redeemToken}/redemptions',
    'POST /redeeming/{redeemToken}/redemptions/{redemptionId}/undo',
  ],
  'Computes, or does again what was decided': [
    'POST /activities/{activityId}/messages/preview',
    'POST /activity-series/preview',
    'POST /activity-series/{seriesId}/extend/preview',
    'POST /applications/route',
    'POST /budgets/{budgetId}/what-if',
    'POST /cost-pools/{costPoolId}/refunds/preview',
    'POST /cost-pools/{costPoolId}/shares',
    'POST /dead-letters/discard',
    'POST /dead-letters/replay',
    'POST /disclosures/preview',
    'POST /fact-checks/{activityId}/repeat',
    'POST /figures',
    'POST /fund-rule-sets/{setId}/trial',
    'POST /identifiers/check',
    'POST /ledger/reconciliations',
    'POST /loan-series/preview',
    'POST /previews/markdown',
    'POST /previews/netting',
    'POST /previews/ranking',
    'POST /member-imports/previews',
    'POST /previews/split',
    'POST /previews/split-tree',
    'POST /previews/weights',
    'POST /republications',
    'POST /resources/{resourceId}/grants/preview',
    'POST /resources/{resourceId}/grants/{grantId}/revoke/preview',
    'POST /score-batches',
    'POST /scores',
    'POST /size-class',
    'POST /tuning-jobs',
    'POST /weight-versions/{weightVersionId}/what-if',
  ],
  'Names what was seen in its body, or is about what never changes once it is there': [
    'POST /activities/{activityId}/messages/{messageId}/withdraw',
    'POST /agreements/{agreementId}/sign',
    'POST /bank-statements/{bankStatementId}/confirm-line',
    'POST /ledger/entries/{entryId}/reverse',
    'POST /ledger/periods/{month}/close',
    'POST /ledger/periods/{month}/reopen',
    'POST /subsidy-programmes/{programmeId}/objections/{objectionId}/answer',
    'POST /unions/{unionId}/hand-up',
  ],
  'Takes a secret link back, or puts another in its place: whatever has changed meanwhile, that must be done at once':
    [
      'POST /activities/{activityId}/redeeming-points/{pointId}/revoke',
      'POST /judgement-rounds/{judgementRoundId}/judges/{judgeId}/renew',
      'POST /judgement-rounds/{judgementRoundId}/judges/{judgeId}/revoke',
      'POST /me/cards/{cardId}/revoke',
    ],
  'Brings back what was removed, as it was': [
    'POST /activities/{activityId}/attachments/{attachmentId}/restore',
    'POST /activities/{activityId}/pictures/{pictureId}/restore',
    'POST /letter-templates/{templateId}/restore',
    'POST /resources/{resourceId}/documents/{documentId}/restore',
    'POST /resources/{resourceId}/pictures/{pictureId}/restore',
  ],
  'Says what has happened, whatever else has changed since': [
    'POST /activities/{activityId}/album-pictures/{pictureId}/report',
    'POST /activities/{activityId}/tasks/{taskId}/done',
    'POST /activities/{activityId}/tasks/{taskId}/reopen',
  ],
  'Puts in another order what the body names one by one, and refuses where one is missing': [
    'PUT /activities/{activityId}/attachments',
    'PUT /activities/{activityId}/pictures',
    'PUT /resources/{resourceId}/pictures',
  ],
};

let routes: readonly { readonly route: string; readonly asks: boolean }[];

/** The document as the portal's build gets it, from the compiled gateway: Jest cannot load every one of its plugins. */
beforeAll(() => {
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-versions-'));
  const file = join(directory, 'openapi.json');
  const writer = fileURLToPath(new URL('../../dist/write-openapi.js', import.meta.url));
  execFileSync(process.execPath, [writer, file]);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
  };
  rmSync(directory, { recursive: true });
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method === 'post' || method === 'put')
      .map(([method, { parameters }]) => ({
        route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
        asks: parameters?.some(({ name }) => name === 'If-Match') === true,
      })),
  );
});

describe('a route that decides', () => {
  it('asks for If-Match, or says why it does not', () => {
    const listed = Object.values(withoutVersion).flat();
    const silent = routes.filter(({ asks }) => !asks).map(({ route }) => route);
    expect({
      unexplained: silent.filter((route) => !listed.includes(route)),
      explainedInVain: listed.filter((route) => !silent.includes(route)),
      explainedTwice: listed.filter((route, index) => listed.indexOf(route) !== index),
    }).toEqual({ unexplained: [], explainedInVain: [], explainedTwice: [] });
  });

  it.each([
    'POST /cost-pools/{costPoolId}/approve',
    'POST /netting-runs/{nettingRunId}/confirm',
    'POST /payments/{paymentId}/confirm-sent',
    'POST /confirmations/{confirmationId}/confirm',
    'POST /disputes/{disputeId}/decide',
    'POST /cost-pools/{costPoolId}/refunds/{refundId}/approve',
    'POST /budgets/{budgetId}/adopt',
    'POST /subsidy-programmes/{programmeId}/approve',
    'POST /account-closures/{closureId}/approve',
  ])('about money asks for it: %s', (route) => {
    expect(routes).toContainEqual({ route, asks: true });
  });
});
