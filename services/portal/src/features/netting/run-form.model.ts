import type { components } from '../../api/schema.js';
import { partyOfKey } from '../cost-pool/cost-pool.model.js';
import type { Mode } from './netting.model.js';

/** The fields of a proposal, by the names of the request. Parties stand as `union:<id>`. */
export interface RunForm {
  readonly mode?: Mode;
  readonly hub?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  readonly unionId?: string;
  readonly parties?: readonly string[];
}

export const runFields = ['mode', 'hub', 'periodFrom', 'periodTo', 'unionId', 'parties'];

/** The request; null as long as something is missing. None of the parties means all of them. */
export function runOf(form: RunForm): components['schemas']['CreateNettingRunRequest'] | null {
  const { mode, periodFrom, periodTo, unionId } = form;
  if (mode === undefined || unionId === undefined) return null;
  if (periodFrom === undefined || periodTo === undefined) return null;
  const hub = mode === 'hub' ? partyOfKey(form.hub ?? '') : null;
  const parties = (form.parties ?? []).flatMap((key) => partyOfKey(key) ?? []);
  return {
    mode,
    periodFrom,
    periodTo,
    unionId,
    ...(hub === null ? {} : { hub }),
    ...(parties.length === 0 ? {} : { parties }),
  };
}
