import { useCommand } from '../../../api/use-command.js';
import { type MatterLine, reasonCharactersMax } from './matter.model.js';
import { WordsAct } from './words-act.js';

interface FollowUpFormProps {
  readonly matter: Pick<MatterLine, 'id' | 'version'>;
  /** With it the form can be closed. */
  readonly onClose?: () => void;
}

/** Somebody says how it goes on; then nobody is reminded of it any more. */
export function FollowUpForm({ matter: { id: matterId, version }, onClose }: FollowUpFormProps) {
  const followUp = useCommand('matter', 'post', '/matters/{matterId}/follow-up');
  return (
    <WordsAct
      command={followUp}
      input={(text) => ({ matterId, version, body: { text } })}
      act="followUp"
      draft={matterId}
      maxLength={reasonCharactersMax}
      {...(onClose === undefined ? {} : { onDone: onClose, onCancel: onClose })}
    />
  );
}
