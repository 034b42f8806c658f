import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Correction, CorrectionForm } from './correction-form.js';

/** On the page of a member: an officer corrects the record. */
export function MemberCorrection({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<Correction>();
  const done = (correction: Correction): void => {
    setMade(correction);
    setIsOpen(false);
  };
  return (
    <section className="card" aria-labelledby="correction-title">
      <h2 id="correction-title">{t('recordCorrection.make.title')}</h2>
      <p className="hint">{t('recordCorrection.make.hint')}</p>
      {made !== undefined && (
        <p role="status">
          {t(made.state === 'applied' ? 'recordCorrection.make.applied' : 'recordCorrection.make.waits')}{' '}
          <Link to={`/corrections/${made.id}`}>{t('recordCorrection.title')}</Link>
        </p>
      )}
      {isOpen ? (
        <CorrectionForm memberId={memberId} onDone={done} onClose={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('recordCorrection.make.title')}</Button>
      )}
    </section>
  );
}
