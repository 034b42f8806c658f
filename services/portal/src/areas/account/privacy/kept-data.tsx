import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';

type ServiceData = components['schemas']['ServiceDataView'];

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
            {services.map((one) => (
              <OneService key={one.service} data={one} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

function OneService({ data: { service, items } }: { readonly data: ServiceData }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  const id = `kept-${service}`;
  return (
    <>
      <h3 id={id}>{t(`privacy.keptBy.${service}`)}</h3>
      <ul className="plain-list" aria-labelledby={id}>
        {items.map(({ kind, count, reason, term }) => (
          <li key={kind}>
            {t('privacy.keptCount', { kind: t(`privacy.kindOf.${kind}`), count })}
            <p className="hint">
              {t('privacy.keptWhy', {
                reason: t(`privacy.reasonOf.${reason}`),
                term: t(`privacy.termOf.${term}`),
              })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
