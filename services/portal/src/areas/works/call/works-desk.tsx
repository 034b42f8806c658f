import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { type WorkState, workStates } from '../work/work.model.js';
import { WorkTags } from '../work/work-tags.js';
import type { WorksCall } from './call.model.js';

/** All works for officers, those first that wait for them. They are decided on at the work itself: nobody admits what they have not seen. */
export function WorksDesk({ call: { id: worksCallId } }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const [state, setState] = useState<WorkState | undefined>('sent');
  const list = useList('work', '/works-calls/{worksCallId}/works', {
    worksCallId,
    ...(state === undefined ? {} : { state }),
  });
  return (
    <section className="card" aria-labelledby="works-desk-title">
      <h2 id="works-desk-title">{t('works.desk')}</h2>
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
          <DataTable
            caption={t('works.desk')}
            rows={works}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                title: t('works.workTitle'),
                cell: ({ id, title }) => <Link to={`/works/${id}`}>{title}</Link>,
              },
              { key: 'author', title: t('works.author'), cell: ({ authorName }) => authorName },
              { key: 'union', title: t('works.authorUnion'), cell: ({ unionName }) => unionName },
              { key: 'state', title: t('works.stateLabel'), cell: (work) => <WorkTags work={work} /> },
            ]}
          />
        )}
      </PagedList>
    </section>
  );
}
