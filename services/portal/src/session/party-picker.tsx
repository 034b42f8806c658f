import './party-picker.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/request.js';
import type { components } from '../api/schema.js';
import { Choice } from '../kit/choice.js';
import { Picked, SearchPicker } from '../kit/search-picker.js';

export type NamedParty = components['schemas']['NamedPartyView'];
export type PartyKind = NamedParty['kind'];
/** People are not found by their names: this picker is no register of people. */
export type FindableKind = Exclude<PartyKind, 'person'>;

const everyKind: readonly FindableKind[] = ['union', 'enterprise', 'club', 'organisation'];
const foundMax = 10;

interface PartyPickerProps {
  readonly id?: string;
  readonly label: string;
  readonly kinds?: readonly FindableKind[];
  /** The id of a party that is not offered. */
  readonly except?: string;
  readonly onPick: (party: NamedParty) => void;
}

/** Finds a union, an enterprise, a club or an organisation by its name. */
export function PartyPicker({ id, label, kinds = everyKind, except, onPick }: PartyPickerProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<FindableKind>(kinds[0] ?? 'union');
  return (
    <div className="party-picker">
      {kinds.length > 1 && (
        <Choice<FindableKind>
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`common.partyKind.${value}`) }))}
          label={t('common.partyKindLabel')}
          onChange={(value) => setKind(value ?? 'union')}
        />
      )}
      <SearchPicker
        {...(id === undefined ? {} : { id })}
        label={label}
        queryKey={[kind, 'found', except]}
        search={async (q, signal) => (await find(kind, q, signal)).filter((party) => party.id !== except)}
        itemKey={(party) => party.id}
        itemText={(party) => party.name}
        onPick={onPick}
      />
    </div>
  );
}

interface PickedPartyProps extends Omit<PartyPickerProps, 'onPick'> {
  readonly value?: NamedParty | undefined;
  readonly onChange?: (party: NamedParty | undefined) => void;
}

/** A field for one party: the picker until one is picked, then its name. */
export function PickedParty({ value, onChange, ...picker }: PickedPartyProps) {
  if (value === undefined) return <PartyPicker {...picker} onPick={(party) => onChange?.(party)} />;
  return <Picked id={picker.id} name={value.name} onClear={() => onChange?.(undefined)} />;
}

const paths = {
  union: '/unions',
  enterprise: '/enterprises',
  club: '/clubs',
  organisation: '/organisations',
} as const;

async function find(kind: FindableKind, q: string, signal: AbortSignal): Promise<NamedParty[]> {
  const { items } = await request('get', paths[kind], { q, limit: foundMax }, { signal });
  return items.filter(({ active }) => active).map(({ id, name }) => ({ kind, id, name }));
}
