import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FoldedAct } from '../../../kit/folded-act.js';
import { type Correction, CorrectionForm } from './correction-form.js';

/** On the page of a member: an officer corrects the record. */
export function MemberCorrection({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Correction>();
  return (
    <FoldedAct title={t('recordCorrection.make.title')} hint={t('recordCorrection.make.hint')}>
      {made === undefined ? (
        <CorrectionForm memberId={memberId} onDone={setMade} />
      ) : (
        <p role="status">
          {t(made.state === 'applied' ? 'recordCorrection.make.applied' : 'recordCorrection.make.waits')}{' '}
          <Link to={`/corrections/${made.id}`}>{t('recordCorrection.title')}</Link>
        </p>
      )}
    </FoldedAct>
  );
}
