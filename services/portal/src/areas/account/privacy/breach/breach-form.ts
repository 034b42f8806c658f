import type { components } from '../../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../../i18n/format.js';
import type { PickedMember } from '../../../../session/members-field.model.js';
import type { NamedParty } from '../../../../session/party-picker.js';
import type { Breach } from './breach.model.js';

type RecordBreach = components['schemas']['RecordDataBreach'];
type Texts = Pick<Breach, 'cause' | 'harm' | 'measures' | 'advice' | 'contactName' | 'contactPhone'>;

/** As it is typed; times are of the wall in Beijing. */
export interface BreachForm extends Texts {
  readonly noticedAt: string;
  readonly happenedAt?: string;
  readonly kinds: Breach['kinds'];
  readonly audience: Breach['audience'];
  readonly unionId?: NamedParty;
  readonly personIds?: readonly PickedMember[];
  readonly told: 'yes' | 'no';
  readonly notToldReason?: string;
  readonly changes?: string;
}

export const textFields = ['cause', 'harm', 'measures', 'advice'] as const satisfies readonly (keyof Texts)[];
const initial = { audience: 'everybody', told: 'yes', kinds: [] } as const;

/** What the form begins with: what was recorded before, if it is corrected. */
export function formOf(corrected: Breach | null): Partial<BreachForm> {
  if (corrected === null) return { ...initial, kinds: [] };
  const { noticedAt, happenedAt, kinds, cause, harm, measures, advice } = corrected;
  const { contactName, contactPhone, audience, unionId, unionName, isTold, notToldReason } = corrected;
  return {
    noticedAt: localTimeOf(noticedAt),
    happenedAt: happenedAt === null ? '' : localTimeOf(happenedAt),
    kinds,
    cause,
    harm,
    measures,
    advice,
    contactName,
    contactPhone,
    audience,
    ...(unionId !== null && { unionId: { kind: 'union' as const, id: unionId, name: unionName ?? '' } }),
    told: isTold ? 'yes' : 'no',
    ...(notToldReason !== null && { notToldReason }),
  };
}

/** What is sent. Fields of another choice are left behind. */
export function breachOf(form: BreachForm, correctsId: string | null): RecordBreach {
  const { noticedAt, happenedAt = '', kinds, cause, harm, measures, advice, told } = form;
  return {
    noticedAt: instantOf(noticedAt),
    happenedAt: happenedAt === '' ? null : instantOf(happenedAt),
    kinds: [...kinds],
    cause: cause.trim(),
    harm: harm.trim(),
    measures: measures.trim(),
    advice: advice.trim(),
    contactName: form.contactName.trim(),
    contactPhone: form.contactPhone.trim(),
    ...peopleOf(form),
    isTold: told === 'yes',
    notToldReason: told === 'yes' ? null : trimmed(form.notToldReason),
    correctsId,
    changes: correctsId === null ? null : trimmed(form.changes),
  };
}

function peopleOf(form: BreachForm): Pick<RecordBreach, 'audience' | 'unionId' | 'personIds'> {
  const { audience, unionId, personIds = [] } = form;
  return {
    audience,
    unionId: audience === 'union' ? (unionId?.id ?? null) : null,
    personIds: audience === 'named' ? personIds.map(({ personId }) => personId) : [],
  };
}

function trimmed(text: string | undefined): string | null {
  return text?.trim() ?? null;
}
