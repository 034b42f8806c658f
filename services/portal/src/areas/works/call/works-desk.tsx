import './call.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { PagedList } from '../../../kit/paged-list.js';
import { type WorkLine, type WorkState, workStates } from '../work/work.model.js';
import { WorkCover } from '../work/work-cover.js';
import { WorkTags } from '../work/work-tags.js';
import { deskId, type WorksCall } from './call.model.js';

/**
 * All works for officers, those first that wait for them. They are decided on at the work itself: nobody admits what they
 * have not seen.
 */
export function WorksDesk({ call: { id: worksCallId, toAdmitCount } }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const [state, setState] = useState<WorkState | undefined>('sent');
  const list = useList('work', '/works-calls/{worksCallId}/works', {
    worksCallId,
    ...(state === undefined ? {} : { state }),
  });
  const hasToAdmit = toAdmitCount !== null && toAdmitCount > 0;
  return (
    <section className="card" id={deskId} aria-labelledby="works-desk-title">
      <h2 id="works-desk-title">
        {hasToAdmit ? t('works.toAdmit', { count: toAdmitCount }) : t('works.desk')}
      </h2>
      <p>
        <Choice<WorkState>
          label={t('works.stateLabel')}
          {...(state === undefined ? {} : { value: state })}
          options={[
            { value: '', label: t('works.anyState') },
            ...workStates.map((value) => ({ value, label: t(`works.workState.${value}`) })),
          ]}
          onChange={setState}
        />
      </p>
      <PagedList list={list} empty={{ text: t(state === 'sent' ? 'works.noneToDecide' : 'works.noWorks') }}>
        {(works) => (
          <ul className="desk-works">
            {works.map((work) => (
              <li key={work.id} className="work-titled">
                <WorkCover work={work} />
                <DeskLine work={work} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function DeskLine({ work }: { readonly work: WorkLine }) {
  const { id, title, authorName, unionName } = work;
  const author = [authorName, unionName].filter((part) => part !== null).join(' · ');
  return (
    <div>
      <Link to={`/works/${id}`}>{title}</Link>
      {author !== '' && <p className="hint">{author}</p>}
      <WorkTags work={work} />
    </div>
  );
}
