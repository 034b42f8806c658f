import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { type SetForm, wordsOf } from './fund-rule-form.js';
import { SetEditor } from './set-editor.js';

const blank: SetForm = { rules: [] };

/** The form of a new set, which begins as a draft of the platform. */
export function NewSet() {
  const navigate = useNavigate();
  const create = useCommand('fundRuleSet', 'post', '/fund-rule-sets');
  return (
    <SetEditor
      command={create}
      input={(form) => ({ body: { ...wordsOf(form), unionId: form.unionId ?? '' } })}
      initial={blank}
      asksUnion
      draft="fund-rule-set"
      onDone={({ id }) => void navigate(`/fund-rule-sets/${id}`)}
    />
  );
}
