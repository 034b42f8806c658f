import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useSubmit } from '../../../api/use-submit.js';
import { Refusal } from '../../../kit/states.js';

/** Starts the next version as a draft: the published one never changes, since old scores rest on it. */
export function CopyButton({ systemId }: { readonly systemId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const copy = useSubmit({
    send: ({ id }: { readonly id: string }, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/copy', {
          params: { path: { systemId: id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: ['indicatorSystem'],
  });
  const run = (): void =>
    copy.mutate({ id: systemId }, { onSuccess: ({ id }) => void navigate(`/indicator-systems/${id}`) });
  return (
    <>
      {copy.isError && <Refusal title={t('indicatorSystem.copyFailed')} error={copy.error} />}
      <Button onClick={run} loading={copy.isPending}>
        {t('indicatorSystem.copy')}
      </Button>
    </>
  );
}
