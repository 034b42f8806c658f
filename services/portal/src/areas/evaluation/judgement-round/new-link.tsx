import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../kit/copy-button.js';
import type { InvitedJudge } from './judgement-round.model.js';

/** The secret link of a judge, this once. */
export function NewLink({ invited }: { readonly invited: InvitedJudge }) {
  const { t } = useTranslation();
  if (invited.address === null)
    return <Alert type="warning" showIcon role="status" title={t('judging.gone')} className="notice" />;
  const url = `${location.origin}${invited.address}`;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="notice"
      title={t('judging.once')}
      description={
        <>
          <p>{invited.name}</p>
          <code className="judge-address" aria-label={t('judging.address')}>
            {url}
          </code>
          <div className="actions">
            <CopyButton
              text={url}
              label={t('judging.copy')}
              doneText={t('judging.copied')}
              failedText={t('judging.copyFailed')}
            />
          </div>
        </>
      }
    />
  );
}
