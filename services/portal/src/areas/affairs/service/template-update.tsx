import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import type { ServiceDefinition } from './service.model.js';
import {
  broughtTo,
  changesBetween,
  isSame,
  type ListChanges,
  templateOf,
  type TemplateChanges,
} from './template-changes.model.js';

interface TemplateUpdateProps {
  /** As it stands. */
  readonly definition: ServiceDefinition;
  /** Puts it in the form below, where nothing of it holds before it is saved. */
  readonly onBring: (definition: ServiceDefinition) => void;
}

/** What templates have come to be since a service was made, which no service follows by itself. */
export function TemplateUpdate(props: TemplateUpdateProps) {
  const { t } = useTranslation();
  return (
    <FoldedAct title={t('serviceDesign.bring.title')} hint={t('serviceDesign.bring.hint')}>
      <Update {...props} />
    </FoldedAct>
  );
}

/** What the chosen template would change. */
function Update({ definition, onBring }: TemplateUpdateProps) {
  const { t } = useTranslation();
  const { data } = useRead('service', '/service-templates', {});
  const [chosen, setChosen] = useState<string>();
  if (data === undefined) return null;
  const template =
    chosen === undefined ? templateOf(definition, data.items) : data.items.find(({ id }) => id === chosen);
  const brought = template && broughtTo(definition, template);
  return (
    <>
      <PlainField label={t('serviceDesign.bring.template')} pointer="/template">
        {(ids) => (
          <Choice<string>
            {...ids}
            value={template?.id ?? ''}
            options={[
              { value: '', label: t('common.choose') },
              ...data.items.map((one) => ({ value: one.id, label: one.definition.name })),
            ]}
            onChange={(id = '') => setChosen(id)}
          />
        )}
      </PlainField>
      {brought !== undefined && (
        <Changes changes={changesBetween(definition, brought)} onBring={() => onBring(brought)} />
      )}
    </>
  );
}

const lists = ['steps', 'outcomes', 'questions'] as const;
const ways = ['added', 'removed', 'changed'] as const satisfies readonly (keyof ListChanges)[];

function Changes({ changes, onBring }: { readonly changes: TemplateChanges; readonly onBring: () => void }) {
  const { t } = useTranslation();
  if (isSame(changes)) return <Alert type="success" showIcon title={t('serviceDesign.bring.same')} />;
  const lines = lists.flatMap((list) =>
    ways
      .filter((way) => changes[list][way].length > 0)
      .map((way) => ({
        id: `${list} ${way}`,
        text: t(`serviceDesign.bring.${list}.${way}`, { names: changes[list][way].join(t('matter.comma')) }),
      })),
  );
  return (
    <>
      <ul>
        {lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <Button onClick={onBring}>{t('serviceDesign.bring.act')}</Button>
    </>
  );
}
