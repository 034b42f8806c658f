import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Resource } from '../resource/resource-filters.js';
import { type AttributeName, type Attributes, attributesOf, isList } from './attributes.model.js';
import { useAttributes } from './use-profile.js';

/** The attributes of this function; nothing while they load or where all are empty. */
export function AttributesSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useAttributes(resource.id);
  if (data === undefined) return null;
  const textFor = (name: AttributeName): string => {
    if (isList(name)) return data[name].join(t('common.separator'));
    if (name === 'atBorrowersPlace') return data[name] === true ? t('profile.attributes.yes') : '';
    return textOf(data[name], number);
  };
  const filled = attributesOf[resource.function].filter((name) => textFor(name) !== '');
  if (filled.length === 0) return null;
  return (
    <section className="card" aria-labelledby="attributes-title">
      <h2 id="attributes-title">{t('profile.attributes.title')}</h2>
      <dl className="facts">
        {filled.map((name) => (
          <Fact key={name} name={t(`profile.attributes.${name}`)} text={textFor(name)} />
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

function textOf(
  value: Attributes['seats'] | Attributes['included'],
  number: (value: number) => string,
): string {
  return typeof value === 'number' ? number(value) : (value ?? '');
}
