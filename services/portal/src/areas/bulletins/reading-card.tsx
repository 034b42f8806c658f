import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { useList, useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { ConfirmButton } from '../../kit/confirm-button.js';
import { DataTable } from '../../kit/data-table.js';
import { PagedList } from '../../kit/paged-list.js';
import { Refusal } from '../../kit/states.js';
import { useOffices } from '../../session/use-offices.js';
import type { Bulletin } from './bulletin.model.js';

interface ReadingProps {
  readonly bulletin: Bulletin;
  /** The union of which it is shown, with those below it. */
  readonly unionId: string;
}

/** How many of how many have confirmed it, by union, and who of one's own union has not. Nothing where it is not for the union. */
export function ReadingCard({ bulletin, unionId }: ReadingProps) {
  const { t } = useTranslation();
  const isOwn = useOffices().unionIdsOf('officer').includes(unionId);
  const { id: bulletinId, changeable, state } = bulletin;
  const { data } = useRead('bulletin', '/bulletins/{bulletinId}/reading', { bulletinId, unionId });
  if (data === undefined) return null;
  const { members, confirmed, unions } = data;
  return (
    <section className="card" aria-labelledby="reading-title">
      <h2 id="reading-title">{t('bulletin.reading')}</h2>
      <p>{t('bulletin.readOf', { confirmed, members })}</p>
      {unions.length > 1 && (
        <DataTable
          caption={t('bulletin.reading')}
          rows={unions}
          rowKey={(union) => union.unionId}
          columns={[
            { key: 'union', title: t('bulletin.unionName'), cell: ({ unionName }) => unionName },
            {
              key: 'confirmed',
              title: t('bulletin.confirmed'),
              cell: (one) => one.confirmed,
              isNumber: true,
            },
            { key: 'members', title: t('bulletin.members'), cell: (one) => one.members, isNumber: true },
          ]}
        />
      )}
      {isOwn && <Unread bulletinId={bulletinId} unionId={unionId} />}
      {changeable && state === 'published' && confirmed < members && <Remind bulletin={bulletin} />}
    </section>
  );
}

function Unread({ bulletinId, unionId }: { readonly bulletinId: string; readonly unionId: string }) {
  const { t } = useTranslation();
  const list = useList('bulletin', '/bulletins/{bulletinId}/unread', { bulletinId, unionId });
  return (
    <details>
      <summary>{t('bulletin.unread')}</summary>
      <p className="hint">{t('bulletin.unreadHint')}</p>
      <PagedList list={list} empty={{ text: t('bulletin.unreadNone') }}>
        {(people) => (
          <ul>
            {people.map(({ personId, name }) => (
              <li key={personId}>{name}</li>
            ))}
          </ul>
        )}
      </PagedList>
    </details>
  );
}

function Remind({ bulletin: { id: bulletinId, remindedAt } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remind = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/remind');
  return (
    <>
      {remindedAt !== null && (
        <p className="hint" role="status">
          {t('bulletin.remindedAt', { at: format.instant(remindedAt) })}
        </p>
      )}
      {remind.isError && <Refusal title={t('bulletin.notReminded')} error={remind.error} />}
      <div className="actions">
        <ConfirmButton
          loading={remind.isPending}
          question={t('bulletin.remindQuestion')}
          confirmText={t('bulletin.remind')}
          onConfirm={() => remind.mutate({ bulletinId })}
        >
          {t('bulletin.remind')}
        </ConfirmButton>
      </div>
    </>
  );
}
