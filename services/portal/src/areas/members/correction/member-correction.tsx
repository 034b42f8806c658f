import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { PagedList } from '../../../kit/paged-list.js';
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
  const list = useList('correction', '/corrections', { memberId });
  return (
    <section className="card" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('recordCorrection.trail.title')}</h2>
      <PagedList list={list} empty={{ text: t('recordCorrection.trail.empty') }}>
        {(items) =>
          items.map((correction) => (
            <article key={correction.id}>
              <CorrectionChanges changes={correction.changes} />
              <p className="hint">
                <CorrectionStateTag state={correction.state} /> {correction.unionName}
              </p>
              <CorrectionPeople correction={correction} />
              <Link to={`/corrections/${correction.id}`}>{t('recordCorrection.trail.open')}</Link>
            </article>
          ))
        }
      </PagedList>
    </section>
  );
}
