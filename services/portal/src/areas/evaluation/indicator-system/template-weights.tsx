import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useSubmit } from '../../../api/use-submit.js';
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
  const make = useSubmit({
    send: (nodes: ReturnType<typeof templateWeighings>, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/weight-versions', {
          params: { path: { systemId: system.id }, header: { 'Idempotency-Key': key } },
          body: { nodes },
        }),
      ),
    touches: ['weightVersion'],
  });
  const template = data?.items.find(({ key }) => key === system.template);
  if (!isOffered || template === undefined) return null;
  const run = (): void =>
    make.mutate(templateWeighings(ordered(system.nodes), template.weighings), {
      onSuccess: ({ id }) => void navigate(`/weight-versions/${id}`),
    });
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
