import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { ShareExplanation } from './share-explanation.model.js';

type Fact = ShareExplanation['facts'][number];
const orderShownMax = 10;

/** The basis of the share: facts by party, rounding, agreement, signatures. */
export function ShareBasis({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="grounds-title">
      <h2 id="grounds-title">{t('shareExplanation.grounds')}</h2>
      <Facts share={share} />
      <h3>{t('shareExplanation.rounding')}</h3>
      <p>{t(share.oddFen ? 'shareExplanation.oddFen' : 'shareExplanation.noOddFen')}</p>
      <p>
        {t('shareExplanation.rotation', {
          number: share.poolNumber,
          order: share.tieOrder
            .slice(0, orderShownMax)
            .map(({ name }) => name)
            .join(t('common.separator')),
        })}
      </p>
      <Signatures share={share} />
    </section>
  );
}

function Facts({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const hasUsage = share.facts.some(({ usage }) => usage !== null);
  const countOf = (count: number | null): string => (count === null ? '' : number(count));
  const columns: Column<Fact>[] = [
    { key: 'party', title: t('money.party'), cell: ({ party }) => party.name },
    {
      key: 'heads',
      title: t('shareExplanation.heads'),
      isNumber: true,
      cell: ({ headcount }) => countOf(headcount),
    },
    ...(hasUsage
      ? [
          {
            key: 'usage',
            title: t('shareExplanation.usage'),
            isNumber: true,
            cell: ({ usage }: Fact) => countOf(usage),
          },
        ]
      : []),
  ];
  return (
    <>
      <h3>{t('shareExplanation.facts')}</h3>
      <p className="hint">{t('shareExplanation.factsHint')}</p>
      <DataTable
        caption={t('shareExplanation.facts')}
        columns={columns}
        rows={share.facts}
        rowKey={({ party }) => `${party.kind}:${party.id}`}
      />
      {share.factsHash !== null && (
        <p className="share-hash">{t('shareExplanation.factsHash', { hash: share.factsHash })}</p>
      )}
    </>
  );
}

function Signatures({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const nameOf = useNameOf();
  const whoAt = (personId: string | null, mask: string | null, at: string | null): string =>
    at === null ? t('common.none') : `${nameOf(personId, mask) ?? t('money.nameUnknown')} · ${instant(at)}`;
  return (
    <dl className="facts money-facts">
      {share.activityId !== null && (
        <>
          <dt>{t('money.costPool.agreement')}</dt>
          <dd>
            <Link to={`/activities/${share.activityId}/agreement`}>
              {t('money.costPool.agreementVersion', { version: share.agreementVersion ?? 1 })}
            </Link>
            {share.agreementHash !== null && <span className="share-hash">{share.agreementHash}</span>}
          </dd>
        </>
      )}
      <dt>{t('money.costPool.submitter')}</dt>
      <dd>{whoAt(share.submittedBy, share.submittedByName, share.submittedAt)}</dd>
      <dt>{t('money.costPool.approver')}</dt>
      <dd>{whoAt(share.approvedBy, share.approvedByName, share.approvedAt)}</dd>
    </dl>
  );
}
