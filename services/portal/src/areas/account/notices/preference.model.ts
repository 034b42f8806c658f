import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Preferences = Schemas['NoticePreferencesView'];
export type Kind = Preferences['refusedKinds'][number];
export type KindView = Schemas['KindView'];
type RefusableView = KindView & { readonly kind: Kind };
export type Channel = Schemas['ChannelPreference']['channel'];
export type Urgency = KindView['urgency'];

export const channels = [
  'push',
  'mail',
  'sms',
  'wecom',
  'wechat',
  'webhook',
] as const satisfies readonly Channel[];
/** The most urgent first. */
export const urgencies = ['now', 'soon', 'whenever'] as const satisfies readonly Urgency[];

/** What the law wants told cannot be refused; the platform does not list it, which the type of the list does not say. */
export function isRefusable(view: KindView): view is RefusableView {
  return view.kind !== 'dataBreach';
}

/** The preferences as the form has them. */
export interface PreferenceForm extends Readonly<Record<Channel, readonly Urgency[]>> {
  readonly locale: Preferences['locale'];
  readonly isQuiet: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digest: Preferences['digest'];
  readonly refusedKinds: readonly Kind[];
}

/** What a night is where nobody has said: as reminders of activities keep it. */
const night = { from: '22:00', to: '07:00' };

export function formOf(preferences: Preferences): PreferenceForm {
  const { locale, quietFrom, quietTo, digest, refusedKinds } = preferences;
  return {
    locale,
    isQuiet: quietFrom !== null && quietTo !== null,
    quietFrom: quietFrom ?? night.from,
    quietTo: quietTo ?? night.to,
    digest,
    push: urgenciesOf(preferences, 'push'),
    mail: urgenciesOf(preferences, 'mail'),
    sms: urgenciesOf(preferences, 'sms'),
    wecom: urgenciesOf(preferences, 'wecom'),
    wechat: urgenciesOf(preferences, 'wechat'),
    webhook: urgenciesOf(preferences, 'webhook'),
    refusedKinds,
  };
}

/** A channel that is missing sends nothing. */
function urgenciesOf(preferences: Preferences, channel: Channel): readonly Urgency[] {
  return preferences.channels.find((one) => one.channel === channel)?.urgencies ?? [];
}

export function bodyOf(form: PreferenceForm): Schemas['SetNoticePreferences'] {
  return {
    locale: form.locale,
    quietFrom: form.isQuiet ? form.quietFrom : null,
    quietTo: form.isQuiet ? form.quietTo : null,
    digest: form.digest,
    channels: channels.map((channel) => ({
      channel,
      urgencies: urgencies.filter((one) => form[channel].includes(one)),
    })),
    refusedKinds: [...form.refusedKinds],
  };
}

interface KindGroup {
  readonly urgency: Urgency;
  readonly kinds: readonly KindView[];
}

/** The kinds whose heading has the words in it, by urgency; what is left empty is left out. */
export function kindGroups(kinds: readonly KindView[], words: string): KindGroup[] {
  const looked = words.trim().toLowerCase();
  const found = kinds.filter(({ heading }) => heading.toLowerCase().includes(looked));
  return urgencies
    .map((urgency) => ({ urgency, kinds: found.filter((one) => one.urgency === urgency) }))
    .filter((group) => group.kinds.length > 0);
}

/** The kinds that are refused once this one is, or is not any more. */
export function withRefused(refused: readonly Kind[], kind: Kind, isRefused: boolean): Kind[] {
  const others = refused.filter((one) => one !== kind);
  return isRefused ? [...others, kind] : others;
}
