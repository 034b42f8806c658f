import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { patternOf } from '../api/problem.js';
import type { Command } from '../api/use-command.js';
import { ConfirmDialog } from './confirm-button.js';
import { lastDone } from './done-said.js';
import { DraftNote } from './draft-note.js';
import { showErrors } from './form-errors.js';
import { Refusal } from './states.js';
import { useDraft } from './use-draft.js';

interface CommandFormProps<Values, Input, Output> {
  /** Of `useCommand`. */
  readonly command: Command<Input, Output>;
  /** What is sent of what was typed; null sends nothing, where a field says already what is missing. Fields are named as in the body, so that a refusal is shown at its field. */
  readonly input: (values: Values) => Input | null;
  /** Text of the button that sends. */
  readonly submit: string;
  /** Title of a refusal that no field shows. */
  readonly refused: string;
  readonly onDone?: (output: Output, values: Values) => void;
  /** What is said once it is done, where the page stays; the name of the act where nothing is given, and null where the page says it itself. */
  readonly done?: string | null;
  /** Something was typed or chosen. */
  readonly onChange?: (values: Values, changed: Partial<Values>) => void;
  /** With it there is a second button, which closes the form. */
  readonly onCancel?: () => void;
  /** Text of that button; “keep as it is” where nothing is said. */
  readonly cancel?: string;
  /** Asks once before an act that destroys or binds: what is about to happen, and the name of the act. */
  readonly confirm?: { readonly question: ReactNode; readonly text: string };
  /** The act destroys something. */
  readonly danger?: boolean;
  /** It is not the main act of its page: its button looks like any other. */
  readonly secondary?: boolean;
  readonly initialValues?: Partial<Values>;
  /**
   * Names the form and what it is about, such as `cost-item.<id of the pool>`: half-filled, it outlives a reload and a session that ended, until it is
   * sent, the tab is closed or the person signs out.
   */
  readonly draft?: string;
  /** Made by the caller where it watches or sets fields. */
  readonly form?: FormInstance<Values>;
  /** The button cannot be pressed. */
  readonly disabled?: boolean;
  /** Other buttons beside the two. */
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly name?: string;
  /** Names the form for those who do not see it. */
  readonly label?: string;
  /** The fields. */
  readonly children?: ReactNode;
}

/**
 * A form that sends one command. It is busy while the command is on its way, shows each error of a refusal at its field, goes to the first, says above the
 * buttons what no field can show, and leaves what was typed as it is.
 */
export function CommandForm<Values extends object, Input, Output>({
  command,
  input,
  submit,
  refused,
  onDone,
  done,
  onChange,
  onCancel,
  cancel,
  confirm,
  danger = false,
  secondary = false,
  initialValues,
  draft,
  form: given,
  disabled = false,
  actions,
  className,
  name,
  label,
  children,
}: CommandFormProps<Values, Input, Output>) {
  const [form] = Form.useForm<Values>(given);
  const [shownAtFields, setShownAtFields] = useState<readonly string[]>([]);
  const dialog = useRef<HTMLDialogElement>(null);
  const { kept, isRestored, drop, clear } = useKept(form, { draft, initialValues, onChange });
  const defaults = { ...initialValues, ...kept.initial };
  useLateDefaults(form, defaults);
  const sayDone = useSayDone(done, submit);
  const send = (values: Values): void => {
    const sent = input(values);
    if (sent === null) return;
    command.mutate(sent, {
      onSuccess: (output) => {
        drop();
        sayDone();
        onDone?.(output, values);
      },
      onError: (error) => {
        const fields = form.getFieldsError().map(({ name: path }) => patternOf(path));
        setShownAtFields(fields);
        showErrors(form, error, fields);
      },
    });
  };
  const isPaused = command.isPaused === true;
  const finish = (values: Values): void =>
    confirm === undefined ? send(values) : dialog.current?.showModal();
  return (
    <Form<Values>
      form={form}
      {...(name === undefined ? {} : { name })}
      aria-label={label}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true, block: 'center' }}
      disabled={command.isPending}
      initialValues={defaults}
      onValuesChange={(changed: Partial<Values>, values) => {
        kept.keep(changed, values);
        onChange?.(values, changed);
      }}
      onFinish={finish}
      {...(className === undefined ? {} : { className })}
    >
      {isRestored && <DraftNote onClear={clear} />}
      {children}
      {command.isError && <Refusal title={refused} error={command.error} fields={shownAtFields} />}
      <FormButtons
        submit={{ danger, secondary, disabled, text: submit, loading: command.isPending && !isPaused }}
        onCancel={onCancel}
        cancel={cancel}
      >
        {actions}
      </FormButtons>
      <PausedLine isPaused={isPaused} />
      {confirm !== undefined && (
        <ConfirmDialog
          dialog={dialog}
          question={confirm.question}
          text={confirm.text}
          danger={danger}
          onConfirm={() => send(form.getFieldsValue())}
        />
      )}
    </Form>
  );
}

/** What becomes known only once the form is there, such as the only union of an officer, fills a field that nobody has touched. */
function useLateDefaults(form: FormInstance, defaults: object): void {
  const known = Object.entries(defaults).filter(([, value]) => value !== undefined);
  useEffect(() => {
    const missing = known.filter(
      ([field]) => !form.isFieldTouched([field]) && form.getFieldValue([field]) === undefined,
    );
    form.setFieldsValue(Object.fromEntries(missing));
  }, [known.map(([field]) => field).join()]);
}

interface FormButtonsProps {
  readonly submit: {
    readonly text: string;
    readonly danger: boolean;
    readonly secondary: boolean;
    readonly disabled: boolean;
    readonly loading: boolean;
  };
  readonly onCancel: (() => void) | undefined;
  readonly cancel: string | undefined;
  readonly children: ReactNode;
}

function FormButtons({ submit, onCancel, cancel, children }: FormButtonsProps) {
  const { t } = useTranslation();
  const { text, secondary, ...button } = submit;
  return (
    <div className="actions">
      <Button {...button} type={secondary ? 'default' : 'primary'} htmlType="submit">
        {text}
      </Button>
      {onCancel !== undefined && <Button onClick={onCancel}>{cancel ?? t('common.keepAsIs')}</Button>}
      {children}
    </div>
  );
}

interface KeptOptions<Values> {
  readonly draft: string | undefined;
  readonly initialValues: Partial<Values> | undefined;
  readonly onChange: ((values: Values, changed: Partial<Values>) => void) | undefined;
}

/** What was typed before, whether the form began with it, and a way to begin anew. */
function useKept<Values extends object>(
  form: FormInstance<Values>,
  { draft, initialValues, onChange }: KeptOptions<Values>,
) {
  const kept = useDraft<Values>(draft);
  const [isRestored, setIsRestored] = useState(() => isFilled(kept.initial));
  const drop = (): void => {
    kept.drop();
    setIsRestored(false);
  };
  const clear = (): void => {
    drop();
    const fields = Object.keys(form.getFieldsValue(true) as object);
    const empty: object = Object.fromEntries(fields.map((field) => [field, undefined]));
    form.setFieldsValue({ ...empty, ...initialValues } as Parameters<typeof form.setFieldsValue>[0]);
    const values = form.getFieldsValue();
    onChange?.(values, values);
  };
  return { kept, isRestored, drop, clear };
}

/** Without a network nothing is sent yet: said beside the button, where the person looks. */
function PausedLine({ isPaused }: { readonly isPaused: boolean }) {
  const { t } = useTranslation();
  if (!isPaused) return null;
  return (
    <p className="field-error" role="status">
      {t('common.paused')}
    </p>
  );
}

/** Says once what is done, on the page where it was. */
function useSayDone(done: string | null | undefined, act: string): () => void {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return () => {
    if (done === null) return;
    const text = act === t('common.save') ? t('common.saved') : t('common.doneAct', { act });
    lastDone.say({ text: done ?? text, pathname });
  };
}

/** Is there anything in it that somebody may have typed? */
function isFilled(draft: object | null): boolean {
  return (
    draft !== null &&
    Object.values(draft).some((value) => value !== undefined && value !== null && value !== '')
  );
}
