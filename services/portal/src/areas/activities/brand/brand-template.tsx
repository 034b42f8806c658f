import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Brand, SuggestedRule } from './brand.model.js';

type Template = Brand['template'];

/** The template from which editions are made. */
export function BrandTemplate({ template }: { readonly template: Template }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, description, durationMinutes, companionsMax, version } = template;
  return (
    <section className="card" aria-labelledby="template-title">
      <h2 id="template-title">{t('brand.template.title')}</h2>
      <p className="hint">{t('brand.template.versionIs', { version })}</p>
      <dl className="facts">
        <dt>{t('activity.titleLabel')}</dt>
        <dd>{title}</dd>
        <dt>{t('brand.template.duration')}</dt>
        <dd>{t('brand.template.hours', { hours: format.number(Math.round(durationMinutes / 6) / 10) })}</dd>
        <dt>{t('brand.template.companions')}</dt>
        <dd>{companionsMax}</dd>
      </dl>
      {description !== null && <p className="prose">{description}</p>}
      <Pools template={template} />
      {template.hasConditions && <p>{t('brand.template.conditions')}</p>}
      <Listed title={t('brand.template.questions')} lines={template.questions} />
      <Listed title={t('brand.template.tasks')} lines={template.tasks} />
      {template.costRule !== null && <Rule rule={template.costRule} />}
    </section>
  );
}

function Pools({ template: { pools } }: { readonly template: Template }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Listed
      title={t('brand.template.pools')}
      lines={pools.map(({ name, audience, capacity }) =>
        t(`brand.template.pool.${audience}`, { name, seats: format.number(capacity) }),
      )}
    />
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={`${index} ${line}`}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Rule({ rule }: { readonly rule: SuggestedRule }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('brand.template.rule')}</h3>
      <ul>
        {ruleLines(rule).map(({ kind, percent, weights }, index) => (
          <li key={`${index} ${kind}`}>
            {t(`brand.rule.${kind}`, {
              percent: percent ?? '',
              weights: weights.map(({ weight }) => weight).join(' : '),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The rule, followed by the rules for the rest, one after the other. */
function ruleLines(rule: SuggestedRule): SuggestedRule[] {
  return [rule, ...(rule.rest === null ? [] : ruleLines(rule.rest))];
}
