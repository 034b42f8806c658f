import '../../../kit/styles/resource.css';
import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../kit/loaded.js';
import { CustodianSection } from './profile-section.js';
import { useConditions } from './use-profile.js';

interface LoanTermsProps {
  readonly loan: { readonly resourceId: string; readonly conditionsVersion: number | null };
}

/** The conditions in the version that the borrower accepted, and the custodian. */
export function LoanTerms({ loan: { resourceId, conditionsVersion } }: LoanTermsProps) {
  return (
    <>
      {conditionsVersion !== null && <Accepted resourceId={resourceId} version={conditionsVersion} />}
      <CustodianSection resourceId={resourceId} />
    </>
  );
}

/** The text is read on demand: most readers want the loan, not its conditions. */
function Accepted({ resourceId, version }: { readonly resourceId: string; readonly version: number }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="accepted-title">
      <h2 id="accepted-title">{t('profile.conditions.title')}</h2>
      <p>{t('profile.conditions.accepted', { version })}</p>
      {isOpen ? (
        <AcceptedText resourceId={resourceId} version={version} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('profile.conditions.show', { version })}</Button>
      )}
    </section>
  );
}

function AcceptedText({ resourceId, version }: { readonly resourceId: string; readonly version: number }) {
  const conditions = useConditions(resourceId, version);
  return (
    <Loaded query={conditions}>
      {({ html }) => <div className="markdown" dangerouslySetInnerHTML={{ __html: html }} />}
    </Loaded>
  );
}
