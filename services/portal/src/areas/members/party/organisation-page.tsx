import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionName } from '../../../session/union-name.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { ClosedNotice } from './closed-notice.js';
import { CodeWithCheck } from './code-with-check.js';
import { managersOf, type Organisation } from './party.model.js';

const DelegationSection = lazyPart('DelegationSection', () => import('../delegation/delegation-section.js'), {
  texts: ['delegation'],
});
const CloseOrganisation = lazyPart('CloseOrganisation', () => import('./close-organisation.js'));

export function OrganisationPage() {
  const { organisationId = '' } = useParams();
  const organisation = useRead('organisation', '/organisations/{organisationId}', { organisationId });
  return (
    <Loaded query={organisation}>{(data) => <OneOrganisation key={data.id} organisation={data} />}</Loaded>
  );
}

function OneOrganisation({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation();
  const { id, version, name, unionId, uscc, usccCheck, active } = organisation;
  const mayClose = useReaches(unionId, managersOf('organisation'));
  const [isClosing, setIsClosing] = useState(false);
  const reopen = useCommand('organisation', 'post', '/organisations/{organisationId}/reopen');
  return (
    <>
      <PageHead title={name} back="/parties?kind=organisation">
        {mayClose && active && (
          <Button aria-expanded={isClosing} onClick={() => setIsClosing(!isClosing)}>
            {t('partyClosing.close.organisation')}
          </Button>
        )}
      </PageHead>
      <ClosedNotice
        party={organisation}
        {...(mayClose && {
          reopen,
          onReopen: () => reopen.mutate({ organisationId: id, version }),
        })}
      />
      <dl className="card facts union-facts">
        <dt>{t('party.backing')}</dt>
        <dd>
          <UnionName unionId={unionId} />
        </dd>
        <dt>{t('party.uscc')}</dt>
        <dd>
          <CodeWithCheck code={uscc} check={usccCheck} />
        </dd>
      </dl>
      <DelegationSection matterKind="organisation" matterId={id} />
      {isClosing && <CloseOrganisation organisation={organisation} onClose={() => setIsClosing(false)} />}
    </>
  );
}
