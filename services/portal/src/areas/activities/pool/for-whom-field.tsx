import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { type NamedParty, PartyPicker } from '../../../session/party-picker.js';
import type { Activity } from '../activity/activity-form.js';
import type { Pool } from './use-pools.js';

const searches = ['union', 'club'] as const;
type Search = (typeof searches)[number];

interface ForWhomFieldProps {
  readonly activity: Activity;
  /** Those of the kind that is to be added: nobody has two of a kind. */
  readonly pools: readonly Pool[];
  readonly party: NamedParty | null;
  readonly onChoose: (party: NamedParty | null) => void;
}

/** Everybody, one of the hosts, or any union or club. */
export function ForWhomField({ activity, pools, party, onChoose }: ForWhomFieldProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState<Search | null>(null);
  const taken = new Set(pools.map(({ unionId, clubId }) => unionId ?? clubId));
  const hosts = [activity.organiser, ...activity.coHosts].filter(
    ({ kind, id }) => (kind === 'union' || kind === 'club') && !taken.has(id),
  );
  const listed = party !== null && !hosts.some(({ id }) => id === party.id) ? [...hosts, party] : hosts;
  const choose = (value: string | undefined): void => {
    const asked = searches.find((one) => one === value) ?? null;
    setSearch(asked);
    if (asked === null) onChoose(listed.find(({ id }) => id === value) ?? null);
  };
  const pick = (picked: NamedParty): void => {
    setSearch(null);
    onChoose(picked);
  };
  return (
    <Form.Item label={t('pools.forWhom')} htmlFor="pool-for-whom" extra={t('pools.forWhomHint')}>
      <Choice
        id="pool-for-whom"
        value={search ?? party?.id ?? 'all'}
        options={[
          { value: 'all', label: t(taken.has(null) ? 'activityForm.choose' : 'pools.forAll') },
          ...listed.map(({ id, kind, name }) => ({
            value: id,
            label: t(kind === 'club' ? 'pools.forClub' : 'pools.forNamed', { name }),
          })),
          ...searches.map((value) => ({ value, label: t(`pools.other.${value}`) })),
        ]}
        onChange={choose}
      />
      {search !== null && (
        <PartyPicker key={search} label={t(`pools.search.${search}`)} kinds={[search]} onPick={pick} />
      )}
    </Form.Item>
  );
}
