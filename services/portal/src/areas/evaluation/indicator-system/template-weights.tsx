import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { ordered } from './indicator-tree.model.js';
import { templateWeighings } from './template-weights.model.js';
import type { IndicatorSystem } from './use-indicator-systems.js';
import { useTemplates } from './use-templates.js';

/** A system that was begun with a template can be weighed as it suggests, and judged by people later. */
export function TemplateWeights({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const navigate = useNavigate();
  const isOffered = system.template !== null && system.state === 'published' && holds('evaluator');
  const { data } = useTemplates(isOffered);
  const make = useCommand('weightVersion', 'post', '/indicator-systems/{systemId}/weight-versions');
  const template = data?.items.find(({ key }) => key === system.template);
  if (!isOffered || template === undefined) return null;
  const run = (): void => {
    const nodes = templateWeighings(ordered(system.nodes), template.weighings);
    make.mutate(
      { systemId: system.id, body: { nodes } },
      { onSuccess: ({ id }) => void navigate(`/weight-versions/${id}`) },
    );
  };
  return (
    <section className="card">
      <p>{t('indicatorDesign.templateWeightsHint', { name: template.name })}</p>
      {make.isError && <Refusal title={t('weightVersion.refused')} error={make.error} />}
      <Button onClick={run} loading={make.isPending}>
        {t('indicatorDesign.templateWeights')}
      </Button>
    </section>
  );
}
