import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { useDraft } from '../../../kit/use-draft.js';
import { type SetForm, wordsOf } from './fund-rule-form.js';

const SetEditor = lazyPart('SetEditor', () => import('./set-editor.js'), { rows: 10 });

const blank: SetForm = { rules: [] };

export function NewFundRuleSetPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('fundRuleSet', 'post', '/fund-rule-sets');
  const draft = useDraft<SetForm>('fund-rule-set');
  const save = (form: SetForm): Promise<unknown> =>
    create.mutateAsync({ body: { ...wordsOf(form), unionId: form.unionId ?? '' } }).then(({ id }) => {
      draft.drop();
      void navigate(`/fund-rule-sets/${id}`);
    });
  return (
    <>
      <PageHead title={t('fundRule.new')} back="/fund-rule-sets" />
      <p className="card hint">{t('fundRule.stateHint.draft')}</p>
      <SetEditor
        initial={draft.initial ?? blank}
        asksUnion
        isSaving={create.isPending}
        error={create.error}
        onChange={(values) => draft.keep(undefined, values)}
        onSave={save}
      />
    </>
  );
}
