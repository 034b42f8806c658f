import type { components } from '../../../api/schema.js';
import type { NamedParty } from '../../../session/party-picker.js';
import type { Mode } from './netting.model.js';

type Schemas = components['schemas'];

/** The fields of a proposal, named as in the request. */
export interface RunForm {
  readonly mode?: Mode;
  readonly hub?: NamedParty;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  readonly unionId?: string;
  readonly parties?: readonly NamedParty[];
  readonly excluded?: readonly NamedParty[];
  /** As typed. */
  readonly payWithinDays?: string;
}

/** The request; null as long as something is missing. None of the parties means all of them. */
export function runOf(form: RunForm): Schemas['CreateNettingRunRequest'] | null {
  const { mode, hub, periodFrom, periodTo, unionId } = form;
  if (mode === undefined || unionId === undefined) return null;
  if (periodFrom === undefined || periodTo === undefined) return null;
  return {
    mode,
    periodFrom,
    periodTo,
    unionId,
    ...(mode === 'hub' && hub !== undefined ? { hub: partyOf(hub) } : {}),
    ...boundsOf(form),
  };
}

/** The terms that can be tried already: a hub has to be chosen first, and of chosen parties there are two at least. */
export function previewedOf(form: RunForm): Schemas['CreateNettingRunRequest'] | null {
  if (form.mode === 'hub' && form.hub === undefined) return null;
  if (form.parties?.length === 1 || form.unionId === '' || !form.periodFrom || !form.periodTo) return null;
  // How long the payers have changes nothing of the transfers.
  return runOf({ ...form, payWithinDays: '' });
}

/** What bounds the run beside its period, as far as it is said. */
function boundsOf({
  parties = [],
  excluded = [],
  payWithinDays = '',
}: RunForm): Partial<Schemas['CreateNettingRunRequest']> {
  return {
    ...(parties.length === 0 ? {} : { parties: parties.map(partyOf) }),
    ...(excluded.length === 0 ? {} : { excluded: excluded.map(partyOf) }),
    ...(payWithinDays.trim() === '' ? {} : { payWithinDays: Number(payWithinDays) }),
  };
}

/** The chosen parties with one more, each once. */
export function withParty(chosen: readonly NamedParty[], party: NamedParty): readonly NamedParty[] {
  const isThere = chosen.some(({ kind, id }) => kind === party.kind && id === party.id);
  return isThere ? chosen : [...chosen, party];
}

function partyOf({ kind, id }: NamedParty): Schemas['PartyDto'] {
  return { kind, id };
}
