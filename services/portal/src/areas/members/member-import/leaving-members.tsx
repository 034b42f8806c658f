import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import type { components } from '../../../api/schema.js';
import type { MemberImport } from './roster.model.js';

type LeavingMember = components['schemas']['LeavingMemberView'];

/** Members who are not in the file. They stay, unless an officer ticks them one by one. */
export function LeavingMembers({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const list = useList('memberImport', '/member-imports/{importId}/leaving', { importId: found.id });
  const tick = useCommand('memberImport', 'put', '/member-imports/{importId}/leaving/{memberId}');
  const mayAct = useReaches(found.unionId, ['officer']);
  const columns = useColumns(mayAct && !tick.isPending, (member, ends) =>
    tick.mutate({
      importId: found.id,
      memberId: member.id,
      version: found.version,
      body: { ends },
    }),
  );
  const { ended, rejected } = found.progress;
  return (
    <section className="card" aria-labelledby="leaving-title">
      <h2 id="leaving-title">{t('roster.leavingTitle')}</h2>
      <p className="hint">{t('roster.leavingHint')}</p>
      {rejected > 0 && <p className="hint">{t('roster.leavingUnreadable')}</p>}
      <p role="status">{t('roster.leavingCount', { count: ended })}</p>
      {tick.isError && <Refusal title={t('roster.leavingRefused')} error={tick.error} />}
      <PagedList list={list} empty={{ text: t('roster.leavingEmpty') }}>
        {(members) => (
          <DataTable
            caption={t('roster.leavingTitle')}
            columns={columns}
            rows={members}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </section>
  );
}

function useColumns(
  mayAct: boolean,
  onTick: (member: LeavingMember, ends: boolean) => void,
): Column<LeavingMember>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'ends',
      title: t('roster.leavingEnds'),
      cell: (member) => (
        <label className="leaving-tick">
          <input
            type="checkbox"
            aria-label={t('roster.leavingTick', { name: member.name })}
            checked={member.ends}
            disabled={!mayAct}
            onChange={(event) => onTick(member, event.target.checked)}
          />
        </label>
      ),
    },
    { key: 'name', title: t('roster.field.name'), cell: ({ name }) => name },
    { key: 'union', title: t('roster.field.union'), cell: ({ unionName }) => unionName },
    { key: 'validFrom', title: t('roster.field.validFrom'), cell: ({ validFrom }) => format.date(validFrom) },
  ];
}
