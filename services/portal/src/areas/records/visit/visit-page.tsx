import { Alert } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { useOffices } from '../../../session/use-offices.js';
import { VisitActs } from './visit-acts.js';
import { may, type Visit } from './visit.model.js';
import { VisitTag } from './visit-tag.js';

/** One visit: for who was visited, those who went, and their union. */
export function VisitPage() {
  const { visitId = '' } = useParams();
  const query = useRead('visit', '/visits/{visitId}', { visitId });
  return <Loaded query={query}>{(visit) => <OneVisit key={visit.id} visit={visit} />}</Loaded>;
}

function OneVisit({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOfficer = useOffices().holds('officer');
  const { own, id, state, visitedOn, withdrawnFor } = visit;
  return (
    <DetailPage
      title={t('visit.titleOn', { at: format.date(visitedOn) })}
      back={own ? '/my-visits' : isOfficer ? '/visits' : '/my-visits?side=visitor'}
      state={<VisitTag state={state} />}
      secondary={
        may(visit, 'change') && (
          <ButtonLink to={`/visits/${id}/edit`} isPlain>
            {t('visit.edit')}
          </ButtonLink>
        )
      }
      notices={
        withdrawnFor !== null && (
          <Alert
            type="warning"
            showIcon
            className="notice"
            title={t('visit.isWithdrawn', { reason: withdrawnFor })}
          />
        )
      }
      aside={visit.acts.length > 0 && <VisitActs visit={visit} />}
    >
      <section className="card" aria-label={t('visit.details')}>
        <Facts visit={visit} />
        <p className="hint">{t(own ? 'visit.ownHint' : 'visit.readersHint')}</p>
      </section>
    </DetailPage>
  );
}

function Facts({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const { own, reason, followUpOn, amount, paid, visitors, enteredAt } = visit;
  const went = visitors.map(({ personId, name }) => nameOf(personId, name) ?? t('visit.nobody')).join('、');
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('visit.person'), own ? null : visit.personName],
    [t('visit.union'), visit.unionName],
    [t('visit.visitors'), went],
    [t('visit.reasonLabel'), reason && t(`visit.reason.${reason}`)],
    [t('visit.brought'), visit.brought],
    [t('visit.amount'), amount && format.money(amount)],
    [t('visit.matterNumber'), visit.matterNumber],
    [t('visit.paid'), paid && format.money(paid)],
    [t('visit.found'), visit.found],
    [t('visit.promised'), visit.promised],
    [t('visit.followUpOn'), followUpOn && format.date(followUpOn)],
    [t('visit.outcome'), visit.outcome],
    [t('visit.entered'), t('visit.byAt', { name: visit.enteredByName ?? '', at: format.instant(enteredAt) })],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}
