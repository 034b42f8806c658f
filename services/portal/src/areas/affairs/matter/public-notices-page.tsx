import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ListPage } from '../../../kit/list-page.js';

/** What is on public notice, for anybody. */
export function PublicNoticesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ListPage
      title={t('matterStep.noticesTitle')}
      back="/"
      intro={<p className="hint">{t('matterStep.noticesHint')}</p>}
      list={useList('publicNotice', '/public/public-notices', {})}
      empty={{ text: t('matterStep.noNotices') }}
    >
      {(notices) => (
        <ul className="plain-list">
          {notices.map(({ id, serviceName, label, unionName, text, from, until }) => (
            <li key={id} className="card">
              <h2>
                {serviceName} {label}
              </h2>
              <p className="hint">
                {t('matterStep.noticeSpan', {
                  union: unionName,
                  from: format.date(from),
                  until: format.date(until),
                })}
              </p>
              <p className="prose">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}
