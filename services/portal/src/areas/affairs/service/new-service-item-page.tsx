import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import { newDefinition, type ServiceDefinition } from './service.model.js';
import { ServiceDesigner } from './service-designer.js';
import { TemplateChoice } from './template-choice.js';

/** A new service. It is a draft until it is offered. */
export function NewServiceItemPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const own = useOffices().unionIdsOf('officer');
  const [unionId, setUnionId] = useState<string>();
  const create = useCommand('service', 'post', '/services');
  const [template, setTemplate] = useState<{
    readonly id: string;
    readonly definition?: ServiceDefinition | undefined;
  }>({
    id: '',
  });
  const empty = {
    ...newDefinition,
    outcomes: [
      { id: 'o1', label: t('serviceDesign.outcomeDone') },
      { id: 'o2', label: t('serviceDesign.outcomeNot') },
    ],
  };
  const [only] = own;
  useEffect(() => {
    if (own.length === 1) setUnionId(only);
  }, [own.length, only]);
  return (
    <>
      <PageHead title={t('matter.newService')} back="/service-items" />
      <TemplateChoice value={template.id} onChoose={(id, definition) => setTemplate({ id, definition })} />
      <ServiceDesigner
        key={template.id}
        definition={{ ...empty, ...template.definition, templateId: template.id || null }}
        command={create}
        input={(definition) => (unionId === undefined ? null : { body: { ...definition, unionId } })}
        submit={t('serviceDesign.createService')}
        onDone={({ id }) => void navigate(`/service-items/${id}`, { replace: true })}
      >
        <PlainField label={t('matter.offering')} pointer="/unionId">
          {(ids) => (
            <UnionPicker
              {...ids}
              roles={['officer']}
              none={t('common.choose')}
              onChange={setUnionId}
              {...(unionId === undefined ? {} : { value: unionId })}
            />
          )}
        </PlainField>
      </ServiceDesigner>
    </>
  );
}
