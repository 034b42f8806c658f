import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../kit/choice.js';
import { lazyPart, Preload } from '../kit/lazy-part.js';
import { ReadAgain } from '../kit/read-again.js';
import type { FindableKind, NamedParty } from './party-picker.js';
import { organisingRoles } from './use-may-manage.js';
import { useOwnParties } from './use-own-parties.js';
import { useOffices } from './use-offices.js';

export type { NamedParty };

const PartyPicker = lazyPart('PartyPicker', () => import('./party-picker.js'), {
  rows: 1,
});

interface PartyFieldProps {
  readonly id?: string;
  readonly value?: NamedParty;
  readonly onChange?: (party: NamedParty | undefined) => void;
  /** Unions alone, as for a loan; or any party for which the person may act. */
  readonly only?: 'union';
}

const other = 'other';
const unionsOnly: readonly FindableKind[] = ['union'];

/** The party for which the person acts: their unions, themself, or another that is found by its name. The first is chosen already. */
export function PartyField({ id, value, onChange, only }: PartyFieldProps) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const { parties: all, isReady, isFailed, readAgain } = useOwnParties();
  const [isSearching, setIsSearching] = useState(false);
  const own = only === undefined ? all : all.filter(({ kind }) => kind === only);
  const [first] = own;
  useEffect(() => {
    if (isReady && value === undefined && first !== undefined) onChange?.(first);
    // Once, when the names are known: afterwards the person chooses.
  }, [isReady]);
  const key = value && keyOf(value);
  const listed = value === undefined || own.some((party) => keyOf(party) === key) ? own : [...own, value];
  const choose = (chosen: string | undefined): void => {
    setIsSearching(chosen === other);
    if (chosen !== other) onChange?.(listed.find((party) => keyOf(party) === chosen));
  };
  const nameOf = ({ kind, name }: NamedParty): string =>
    kind === 'person' ? t('common.myself', { name }) : name;
  return (
    <>
      <Choice
        id={id}
        value={isSearching ? other : key}
        options={[
          { value: '', label: t('common.choose') },
          ...listed.map((party) => ({ value: keyOf(party), label: nameOf(party) })),
          ...(holds(...organisingRoles) ? [{ value: other, label: t('common.otherByName') }] : []),
        ]}
        onChange={choose}
      />
      <ReadAgain isFailed={isFailed} onRetry={readAgain} />
      {holds(...organisingRoles) && <Preload part={PartyPicker} />}
      {isSearching && (
        <div className="nested">
          <PartyPicker
            label={t('common.typeToSearch')}
            {...(only === undefined ? {} : { kinds: unionsOnly })}
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
}

function keyOf({ kind, id }: NamedParty): string {
  return `${kind}:${id}`;
}
