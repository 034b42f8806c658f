import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { type AuditFilters, knownNoun, type Noun, nounsOf, type Service, services } from './audit.model.js';
import { Input } from '../../../kit/input.js';

interface AuditFilterBarProps {
  readonly filters: AuditFilters;
  readonly onChange: (filters: AuditFilters) => void;
}

export function AuditFilterBar({ filters, onChange }: AuditFilterBarProps) {
  const { t } = useTranslation();
  const { service, noun } = filters;
  const [text, setText] = useState(filters.subject ?? '');
  const subject = text.trim() === '' ? {} : { subject: text.trim() };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ service, ...(noun === undefined ? {} : { noun }), ...subject });
  };
  const nouns: readonly Noun[] = nounsOf[service];
  return (
    <form role="search" className="money-filters" onSubmit={submit}>
      <label>
        <span>{t('audit.service')}</span>
        <Choice<Service>
          value={service}
          options={services.map((value) => ({ value, label: t(`audit.services.${value}`) }))}
          onChange={(value) => onChange({ service: value ?? 'membership' })}
        />
      </label>
      <label>
        <span>{t('audit.noun')}</span>
        <Choice<Noun>
          value={noun === undefined ? undefined : (knownNoun(noun) ?? undefined)}
          options={[
            { value: '', label: t('audit.everyNoun') },
            ...nouns.map((value) => ({ value, label: t(`audit.nouns.${value}`) })),
          ]}
          onChange={(value) =>
            onChange({ service, ...(value === undefined ? {} : { noun: value }), ...subject })
          }
        />
      </label>
      <label>
        <span>{t('audit.subject')}</span>
        <Input
          type="search"
          value={text}
          maxLength={200}
          autoComplete="off"
          placeholder={t('audit.subjectHint')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit">
        {t('common.search')}
      </Button>
    </form>
  );
}
