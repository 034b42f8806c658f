import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { WaitingChange } from '../pending-change/waiting-change.js';
import type { RoleName } from '../../../session/use-offices.js';
import { UnionName } from '../../../session/union-name.js';
import { BasisList } from './basis-list.js';
import { CodeWithCheck } from './code-with-check.js';
import { type Enterprise, figureNames } from './party.model.js';
import { enterpriseQuery } from './use-party.js';

const DelegationSection = lazyPart('DelegationSection', () => import('../delegation/delegation-section.js'), {
  texts: ['delegation'],
});
const EditEnterprise = lazyPart('EditEnterprise', () => import('./edit-enterprise.js'), { rows: 6 });

const managers: readonly RoleName[] = ['officer', 'operator'];

export function EnterprisePage() {
  const { enterpriseId = '' } = useParams();
  const enterprise = useQuery(enterpriseQuery(enterpriseId));
  return <Loaded query={enterprise}>{(data) => <OneEnterprise key={data.id} enterprise={data} />}</Loaded>;
}

function OneEnterprise({ enterprise }: { readonly enterprise: Enterprise }) {
  const { t } = useTranslation();
  const mayManage = useReaches(enterprise.keeperUnionId, managers);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <DetailPage
      title={enterprise.name}
      back="/parties"
      state={!enterprise.active && <span className="tag">{t('party.inactive')}</span>}
      primary={
        mayManage && (
          <>
            <Button type="primary" aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
              {t('party.edit')}
            </Button>
            <Preload part={EditEnterprise} />
          </>
        )
      }
      notices={
        <>
          {isEditing && <EditEnterprise enterprise={enterprise} onClose={() => setIsEditing(false)} />}
          <WaitingChange pendingChangeId={mayManage ? enterprise.pendingChangeId : null} />
        </>
      }
      aside={
        enterprise.sizeBasis.length > 0 && (
          <section className="card" aria-labelledby="basis-title">
            <h2 id="basis-title">{t('party.basis')}</h2>
            <BasisList lines={enterprise.sizeBasis} />
          </section>
        )
      }
      below={
        enterprise.unionId !== null && <DelegationSection matterKind="enterprise" matterId={enterprise.id} />
      }
    >
      <Facts enterprise={enterprise} />
    </DetailPage>
  );
}

function Facts({ enterprise }: { readonly enterprise: Enterprise }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { sector, unionId, usccEvidence } = enterprise;
  return (
    <dl className="card facts union-facts">
      <dt>{t('party.uscc')}</dt>
      <dd>
        <CodeWithCheck code={enterprise.uscc} check={enterprise.usccCheck} />
      </dd>
      {usccEvidence !== null && (
        <>
          <dt>{t('party.evidence')}</dt>
          <dd>{usccEvidence}</dd>
        </>
      )}
      <dt>{t('party.size')}</dt>
      <dd>{t(`party.sizes.${enterprise.sizeClass}`)}</dd>
      <dt>{t('party.sector')}</dt>
      <dd>{sector === null ? t('party.noCode') : t(`party.sectors.${sector}`)}</dd>
      {figureNames.map((name) => (
        <Fact key={name} label={t(`party.${name}`)} figure={enterprise[name]} text={number} />
      ))}
      <dt>{t('party.keeper')}</dt>
      <dd>
        <UnionName unionId={enterprise.keeperUnionId} />
      </dd>
      <dt>{t('party.union')}</dt>
      <dd>{unionId === null ? t('party.noUnion') : <UnionName unionId={unionId} />}</dd>
    </dl>
  );
}

interface FactProps {
  readonly label: string;
  readonly figure: number | null;
  readonly text: (figure: number) => string;
}

function Fact({ label, figure, text }: FactProps) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{label}</dt>
      <dd>{figure === null ? t('party.noCode') : text(figure)}</dd>
    </>
  );
}
