import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { lazyPart, Preload } from '../../shell/lazy-part.js';
import { useOffices } from '../session/use-offices.js';
import type { NamedParty } from './activity-form.js';
import { organisingRoles } from './use-may-manage.js';
import { useOwnParties } from './use-own-parties.js';

const PartyPicker = lazyPart('PartyPicker', () => import('../co-host/party-picker.js'), { rows: 1 });

interface OrganiserFieldProps {
  readonly id?: string;
  readonly value?: NamedParty;
  readonly onChange?: (party: NamedParty | undefined) => void;
}

const other = 'other';

/** Who publishes and answers for it: one's own unions, oneself, or another party for which one may speak. */
export function OrganiserField({ id, value, onChange }: OrganiserFieldProps) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const { parties: own } = useOwnParties();
  const [isSearching, setIsSearching] = useState(false);
  const key = value && keyOf(value);
  const isListed = value === undefined || own.some((party) => keyOf(party) === key);
  const parties = isListed ? own : [...own, value];
  const choose = (chosen: string | undefined): void => {
    setIsSearching(chosen === other);
    onChange?.(parties.find((party) => keyOf(party) === chosen));
  };
  return (
    <>
      <Choice
        {...(id === undefined ? {} : { id })}
        {...(isSearching ? { value: other } : key === undefined ? {} : { value: key })}
        options={[
          { value: '', label: t('activityForm.chooseOrganiser') },
          ...parties.map((party) => ({ value: keyOf(party), label: labelOf(party) })),
          ...(holds(...organisingRoles) ? [{ value: other, label: t('activityForm.otherOrganiser') }] : []),
        ]}
        onChange={choose}
      />
      {holds(...organisingRoles) && <Preload part={PartyPicker} />}
      {isSearching && (
        <div className="nested">
          <PartyPicker
            label={t('activityForm.searchOrganiser')}
            onPick={(party) => {
              setIsSearching(false);
              onChange?.(party);
            }}
          />
          <Button onClick={() => setIsSearching(false)}>{t('common.back')}</Button>
        </div>
      )}
    </>
  );
  function labelOf(party: NamedParty): string {
    return party.kind === 'person' ? t('activityForm.myself', { name: party.name }) : party.name;
  }
}

function keyOf({ kind, id }: NamedParty): string {
  return `${kind}:${id}`;
}
