import '../../../kit/styles/indicator-system.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { NewSystemEditor } from './new-system-editor.js';
import { TemplateChoice } from './template-choice.js';
import { useTemplates } from './use-templates.js';

export function NewIndicatorSystemPage() {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const unionIds = unionIdsOf('evaluator');
  return (
    <>
      <PageHead title={t('indicatorSystem.new')} back="/indicator-systems" />
      {unionIds.length === 0 ? (
        <EmptyState text={t('indicatorSystem.notEvaluator')} />
      ) : (
        <Begin unionIds={unionIds} />
      )}
    </>
  );
}

/** With one of those that come with the platform, or with nothing. The address remembers which. */
function Begin({ unionIds }: { readonly unionIds: readonly string[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const templates = useTemplates();
  const chosen = search.get('with');
  return (
    <Loaded query={templates}>
      {({ items }) => {
        const template = items.find(({ key }) => key === chosen) ?? null;
        if (template === null && chosen !== 'empty') {
          return <TemplateChoice templates={items} onChoose={(key) => setSearch({ with: key })} />;
        }
        return (
          <>
            <p className="hint">
              {template === null ? t('indicatorDesign.beganEmpty') : template.purpose}{' '}
              <Button type="link" onClick={() => setSearch({})}>
                {t('indicatorDesign.beginOtherwise')}
              </Button>
            </p>
            <NewSystemEditor key={chosen} unionIds={unionIds} template={template} />
          </>
        );
      }}
    </Loaded>
  );
}
