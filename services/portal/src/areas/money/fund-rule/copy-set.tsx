import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Refusal } from '../../../kit/states.js';
import { useCopySet } from './use-fund-rules.js';

/** Begins the next set as a draft: the published one never changes, since what was spent rests on it. */
export function CopySet({ setId }: { readonly setId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const copy = useCopySet();
  const run = (): void =>
    copy.mutate(setId, { onSuccess: ({ id }) => void navigate(`/fund-rule-sets/${id}`) });
  return (
    <>
      {copy.isError && <Refusal title={t('fundRule.copyFailed')} error={copy.error} />}
      <Button onClick={run} loading={copy.isPending}>
        {t('fundRule.copy')}
      </Button>
    </>
  );
}
