import '../../../kit/styles/ledger.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { DisclosedContent } from './disclosed-content.js';
import type { Disclosure } from './disclosure.model.js';

export function DisclosurePage() {
  const { disclosureId = '' } = useParams();
  const disclosure = useRead('disclosure', '/disclosures/{disclosureId}', { disclosureId });
  return <Loaded query={disclosure}>{(found) => <OneDisclosure disclosure={found} />}</Loaded>;
}

function OneDisclosure({ disclosure }: { readonly disclosure: Disclosure }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { id, content, year, number, reason, publishedAt, isLatest, contentHash } = disclosure;
  return (
    <>
      <PageHead
        title={t('budget.disclosure.title', { union: content.unionName, year: String(year) })}
        back="/disclosures"
      />
      {!isLatest && (
        <Alert type="warning" showIcon className="notice" title={t('budget.disclosure.corrected')} />
      )}
      <p>
        {number === 1
          ? t('budget.disclosure.first')
          : t('budget.disclosure.correction', { number: String(number) })}
      </p>
      {reason !== null && <p>{t('budget.disclosure.why', { reason })}</p>}
      <p className="hint">{t('budget.disclosure.at', { time: instant(publishedAt) })}</p>
      <FileButtons
        refused={t('budget.disclosure.pdfRefused')}
        files={[
          {
            label: t('budget.disclosure.pdf'),
            path: `/api/v1/disclosures/${id}?format=pdf`,
            name: `${content.unionName} ${year}.pdf`,
          },
        ]}
      />
      <section className="card">
        <DisclosedContent content={content} />
      </section>
      <p className="hint">
        {t('budget.disclosure.hash')} <code>{contentHash}</code>
      </p>
    </>
  );
}
