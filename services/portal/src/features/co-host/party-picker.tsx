import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { Choice } from '../../shell/choice.js';
import { SearchPicker } from '../organising/search-picker.js';

export type NamedParty = components['schemas']['NamedPartyView'];
export type PartyKind = NamedParty['kind'];
/** Persons are not found by their names: nobody looks through a register of people here. */
export type FindableKind = Exclude<PartyKind, 'person'>;

const everyKind: readonly FindableKind[] = ['union', 'enterprise', 'club', 'organisation'];
const foundMax = 10;

interface PartyPickerProps {
  readonly id?: string;
  readonly label: string;
  readonly kinds?: readonly FindableKind[];
  readonly onPick: (party: NamedParty) => void;
}

/** Finds a union, an enterprise, a club or an organisation by its name. */
export function PartyPicker({ id, label, kinds = everyKind, onPick }: PartyPickerProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<FindableKind>(kinds[0] ?? 'union');
  return (
    <div className="party-picker">
      {kinds.length > 1 && (
        <Choice<FindableKind>
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`coHost.kind.${value}`) }))}
          label={t('coHost.kindLabel')}
          onChange={(value) => setKind(value ?? 'union')}
        />
      )}
      <SearchPicker
        {...(id === undefined ? {} : { id })}
        label={label}
        queryKey={[kind, 'found']}
        search={(q, signal) => find(kind, q, signal)}
        itemKey={(party) => party.id}
        itemText={(party) => party.name}
        onPick={onPick}
      />
    </div>
  );
}

async function find(kind: FindableKind, q: string, signal: AbortSignal): Promise<NamedParty[]> {
  const options = { params: { query: { q, limit: foundMax } }, signal };
  const { items } = await pageOf(kind, options);
  return items.filter(({ active }) => active).map(({ id, name }) => ({ kind, id, name }));
}

interface FoundPage {
  readonly items: readonly { readonly id: string; readonly name: string; readonly active: boolean }[];
}

// A type and not an interface: the client takes options that may have more keys.
type FindOptions = {
  readonly params: { readonly query: { readonly q: string; readonly limit: number } };
  readonly signal: AbortSignal;
};

function pageOf(kind: FindableKind, options: FindOptions): Promise<FoundPage> {
  switch (kind) {
    case 'union':
      return answerOf(api.GET('/api/v1/unions', options));
    case 'enterprise':
      return answerOf(api.GET('/api/v1/enterprises', options));
    case 'club':
      return answerOf(api.GET('/api/v1/clubs', options));
    case 'organisation':
      return answerOf(api.GET('/api/v1/organisations', options));
  }
}
