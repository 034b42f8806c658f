import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { type FundRuleSet, type SetState, setStateOf, setStates } from './fund-rule-form.js';
import { SetStateTag } from './set-state-tag.js';
import { useRuleWords } from './use-rule-words.js';

export function FundRuleListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const state = setStateOf(search);
  const choose = (chosen: SetState | undefined): void =>
    setSearch(chosen === undefined ? {} : { state: chosen });
  return (
    <ListPage
      title={t('app.page.fundRules')}
      actions={holds('officer') && <ButtonLink to="/fund-rule-sets/new">{t('fundRule.new')}</ButtonLink>}
      intro={<p className="hint">{t('fundRule.listHint')}</p>}
      filters={
        <Choice<SetState>
          label={t('money.state')}
          value={state}
          options={[
            { value: '', label: t('money.allStates') },
            ...setStates.map((one) => ({ value: one, label: t(`fundRule.states.${one}`) })),
          ]}
          onChange={choose}
        />
      }
      list={useList('fundRuleSet', '/fund-rule-sets', state === undefined ? {} : { state })}
      empty={
        state === undefined
          ? { text: t('fundRule.empty') }
          : {
              text: t('fundRule.emptyFiltered'),
              action: <Button onClick={() => choose(undefined)}>{t('money.showAll')}</Button>,
            }
      }
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('fundRule.exportName'), columns: useExportColumns() }}
    />
  );
}

function useColumns(): Column<FundRuleSet>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { validityWords } = useRuleWords();
  return [
    {
      key: 'name',
      title: t('fundRule.name'),
      cell: ({ id, name }) => (
        <Link to={`/fund-rule-sets/${id}`} className="cell-link">
          {name}
        </Link>
      ),
    },
    { key: 'union', title: t('fundRule.union'), cell: ({ unionName }) => unionName },
    {
      key: 'number',
      title: t('fundRule.number'),
      cell: ({ versionNumber }) =>
        versionNumber === null ? t('common.none') : t('fundRule.numberOf', { number: versionNumber }),
    },
    { key: 'state', title: t('money.state'), cell: ({ state }) => <SetStateTag state={state} /> },
    { key: 'validity', title: t('fundRule.validity'), cell: validityWords },
    {
      key: 'rules',
      title: t('fundRule.ruleCount'),
      isNumber: true,
      cell: ({ rules }) => number(rules.length),
    },
  ];
}

function useExportColumns(): ExportColumn<FundRuleSet>[] {
  const { t } = useTranslation();
  const { ruleWords, sourceWords, validityWords } = useRuleWords();
  return [
    { title: t('fundRule.name'), text: ({ name }) => name },
    { title: t('fundRule.union'), text: ({ unionName }) => unionName },
    {
      title: t('fundRule.number'),
      kind: 'count',
      text: ({ versionNumber }) => String(versionNumber ?? ''),
    },
    { title: t('money.state'), text: (set) => t(`fundRule.states.${set.state}`) },
    { title: t('fundRule.validity'), text: validityWords },
    { title: t('fundRule.rules'), text: ({ rules }) => rules.map(ruleWords).join('\n') },
    { title: t('fundRule.source'), text: ({ source }) => sourceWords(source) },
  ];
}
