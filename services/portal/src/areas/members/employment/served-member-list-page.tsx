import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';

interface Filters {
  readonly union?: string;
  readonly past?: 'true';
}

/** Members of other unions who are dispatched to where one's own unions serve them. */
export function ServedMemberListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  const past = search.get('past') === 'true';
  const filters = withoutBlanks<Filters>({ union, past: past ? 'true' : undefined });
  const change = (changed: Filters): void => setSearch(searchOf(changed));
  return (
    <ListPage
      title={t('employment.servedTitle')}
      intro={<p className="hint">{t('employment.servedHint')}</p>}
      filters={
        <>
          <UnionPicker
            label={t('employment.servingUnion')}
            roles={['officer']}
            none={t('employment.everyUnion')}
            {...(union === undefined ? {} : { value: union })}
            onChange={(value) => change(withFilter(filters, 'union', value))}
          />
          <Choice<'past'>
            label={t('employment.when')}
            value={past ? 'past' : undefined}
            options={[
              { value: '', label: t('employment.now') },
              { value: 'past', label: t('employment.past') },
            ]}
            onChange={(value) => change(withFilter(filters, 'past', value && 'true'))}
          />
        </>
      }
      list={useList('employment', '/served-members', { ...(union && { union }), ...(past && { past }) })}
      empty={{ text: t('employment.servedEmpty') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'name', title: t('employment.name'), cell: ({ name }) => name },
          {
            key: 'union',
            title: t('employment.ownUnion'),
            cell: ({ unionName }) => unionName ?? t('common.none'),
          },
          { key: 'agency', title: t('employment.agency'), cell: ({ employerName }) => employerName },
          { key: 'host', title: t('employment.host'), cell: ({ hostName }) => hostName ?? t('common.none') },
          {
            key: 'serving',
            title: t('employment.servingUnion'),
            cell: ({ servedByUnionName }) => servedByUnionName,
          },
          { key: 'from', title: t('employment.from'), cell: ({ validFrom }) => format.date(validFrom) },
          {
            key: 'to',
            title: t('employment.to'),
            cell: ({ validTo }) => (validTo === null ? t('employment.goesOn') : format.date(validTo)),
          },
        ],
      }}
      exported={{
        name: t('employment.servedTitle'),
        columns: [
          { title: t('employment.name'), text: ({ name }) => name },
          { title: t('employment.ownUnion'), text: ({ unionName }) => unionName ?? '' },
          { title: t('employment.agency'), text: ({ employerName }) => employerName },
          { title: t('employment.host'), text: ({ hostName }) => hostName ?? '' },
          { title: t('employment.servingUnion'), text: ({ servedByUnionName }) => servedByUnionName },
          { title: t('employment.from'), text: ({ validFrom }) => validFrom },
          { title: t('employment.to'), text: ({ validTo }) => validTo ?? '' },
        ],
      }}
    />
  );
}
