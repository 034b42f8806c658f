import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';

/** Begins the next set as a draft: a published set never changes, because bills were judged by it. */
export function CopySet({ setId }: { readonly setId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const copy = useCommand('fundRuleSet', 'post', '/fund-rule-sets/{setId}/copy');
  const run = (): void =>
    copy.mutate({ setId }, { onSuccess: ({ id }) => void navigate(`/fund-rule-sets/${id}`) });
  return (
    <>
      {copy.isError && <Refusal title={t('fundRule.copyFailed')} error={copy.error} />}
      <Button onClick={run} loading={copy.isPending}>
        {t('fundRule.copy')}
      </Button>
    </>
  );
}
