import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';

/** Who was shown the reader's data within a year. */
export function Looks() {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useRead('ownLooks', '/me/looks', {});
  return (
    <section className="card" aria-labelledby="looks-title">
      <h2 id="looks-title">{t('privacy.looks')}</h2>
      <p className="hint">{t('privacy.looksHint')}</p>
      <Loaded query={looks}>
        {({ complete, services }) => {
          const all = services
            .flatMap(({ looks: some }) => some)
            .sort((left, right) => right.day.localeCompare(left.day));
          return (
            <>
              {!complete && (
                <Alert type="warning" showIcon className="notice" title={t('privacy.keptIncomplete')} />
              )}
              {all.length === 0 && complete && <p>{t('privacy.looksNone')}</p>}
              <ul className="plain-list" aria-labelledby="looks-title">
                {all.map(({ day, what, viewerName, unionName }, index) => (
                  <li key={`${day} ${what} ${index}`}>
                    {format.date(day)} {viewerName ?? t('privacy.viewerUnknown')}
                    {unionName !== null && t('privacy.viewerUnion', { union: unionName })}
                    <p className="hint">{t(`privacy.lookOf.${what}`)}</p>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
