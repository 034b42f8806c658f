import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { CorrectionChanges, CorrectionPeople, CorrectionStateTag } from './correction-changes.js';
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

/** On the page of a member: what was corrected on their record, newest first. */
export function CorrectionsOfMember({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const { items = [] } = useList('correction', '/corrections', { memberId }, { limit: 200 });
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t('recordCorrection.trail.title')}</h2>
      {items.map((correction) => (
        <div key={correction.id} className="notice">
          <CorrectionChanges changes={correction.changes} />
          <p className="hint">
            <CorrectionStateTag state={correction.state} /> {correction.unionName}
          </p>
          <CorrectionPeople correction={correction} />
        </div>
      ))}
    </section>
  );
}
