import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { feedAddresses } from './feed-address.model.js';

/** The address is kept only in memory, until the page is left. */
export function NewFeed({ made }: { readonly made: components['schemas']['CreatedCalendarFeedView'] }) {
  const { t } = useTranslation();
  if (made.address === null) {
    return <Alert type="warning" showIcon role="status" title={t('calendarFeed.gone')} className="notice" />;
  }
  const { url, link } = feedAddresses(made.address, location.origin);
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('calendarFeed.once')}
      className="notice"
      description={
        <>
          <p>{t('calendarFeed.how')}</p>
          <code className="feed-address" aria-label={t('calendarFeed.address')}>
            {url}
          </code>
          <div className="actions">
            <Button type="primary" href={link}>
              {t('calendarFeed.open')}
            </Button>
            <CopyButton
              text={url}
              label={t('calendarFeed.copy')}
              doneText={t('calendarFeed.copied')}
              failedText={t('calendarFeed.copyFailed')}
            />
          </div>
        </>
      }
    />
  );
}
