import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';

/** Starts the next version as a draft: the published one never changes, since old scores rest on it. */
export function CopyButton({ systemId }: { readonly systemId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const copy = useCommand('indicatorSystem', 'post', '/indicator-systems/{systemId}/copy');
  const run = (): void =>
    copy.mutate({ systemId }, { onSuccess: ({ id }) => void navigate(`/indicator-systems/${id}`) });
  return (
    <>
      {copy.isError && <Refusal title={t('indicatorSystem.copyFailed')} error={copy.error} />}
      <Button onClick={run} loading={copy.isPending}>
        {t('indicatorSystem.copy')}
      </Button>
    </>
  );
}
