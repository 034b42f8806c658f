import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';

/**
 * What the link in a message opens, without a sign-in. Opening it changes nothing, as scanners of messages open links,
 * too.
 */
export function StopNoticesPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const refuse = useCommand('noticePreference', 'post', '/notice-refusals/{token}');
  return (
    <>
      <PageHead title={t('noticeSettings.byLink.title')} />
      <div className="card">
        {refuse.isSuccess ? (
          <p role="status">{t('noticeSettings.byLink.done')}</p>
        ) : (
          <>
            <p>{t('noticeSettings.byLink.what')}</p>
            <p>{t('noticeSettings.byLink.stays')}</p>
            {refuse.isError && <Refusal title={t('noticeSettings.byLink.failed')} error={refuse.error} />}
            {refuse.isError && <p>{t('noticeSettings.byLink.elsewhere')}</p>}
            <Button type="primary" loading={refuse.isPending} onClick={() => refuse.mutate({ token })}>
              {t('noticeSettings.byLink.stop')}
            </Button>
          </>
        )}
        <div className="actions">
          <Link to="/account/notices">{t('noticeSettings.byLink.toSettings')}</Link>
        </div>
      </div>
    </>
  );
}
