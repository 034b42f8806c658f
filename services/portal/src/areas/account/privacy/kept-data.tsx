import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { KeptItems } from './kept-items.js';

/** What every service keeps of the reader, why, and until when. */
export function KeptData() {
  const { t } = useTranslation();
  const data = useRead('ownData', '/me/data', {});
  return (
    <section className="card" aria-labelledby="kept-title">
      <h2 id="kept-title">{t('privacy.kept')}</h2>
      <p className="hint">{t('privacy.keptHint')}</p>
      <Loaded query={data}>
        {({ complete, services }) => (
          <>
            {!complete && (
              <Alert type="warning" showIcon className="notice" title={t('privacy.keptIncomplete')} />
            )}
            <KeptItems parts={services} idPrefix="kept" />
          </>
        )}
      </Loaded>
    </section>
  );
}
