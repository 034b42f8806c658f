import '../../../kit/styles/fold.css';
import './privacy.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';

type Look = components['schemas']['LookView'];

/** The latest are what one looks for; a year of them would fill screens. */
const shownAtOnce = 5;

/** Who was shown the reader's data within a year. */
export function Looks() {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = useRead('ownLooks', '/me/looks', {});
  const line = ({ day, what, viewerName, unionName }: Look, index: number) => (
    <li key={`${day} ${what} ${index}`}>
      <p>
        {format.date(day)} {viewerName ?? t('privacy.viewerUnknown')}
        {unionName !== null && t('privacy.viewerUnion', { union: unionName })}
      </p>
      <p className="hint">{t(`privacy.lookOf.${what}`)}</p>
    </li>
  );
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
              <ul className="plain-list looks" aria-labelledby="looks-title">
                {all.slice(0, shownAtOnce).map(line)}
              </ul>
              {all.length > shownAtOnce && (
                <details className="fold">
                  <summary>{t('privacy.looksEarlier', { count: all.length - shownAtOnce })}</summary>
                  <ul className="plain-list looks">{all.slice(shownAtOnce).map(line)}</ul>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
