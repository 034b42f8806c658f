import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { session } from '../../../api/platform.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { CompanionFields } from './companion-fields.js';
import { GuardianConsent } from './guardian-consent.js';
import { dropDraft, readDraft, writeDraft } from '../../../kit/draft.js';
import {
  type Activity,
  formOf,
  hasMinor,
  isFull,
  type RegistrationView,
  type SignUp,
  type SignUpForm,
  signUpFields,
  signUpOf,
  waitingAhead,
} from './registration.model.js';
import { answerFields } from '../sign-up-form/question.model.js';
import { useSignUpForm } from '../sign-up-form/use-sign-up-form.js';
import { ProblemError } from '../../../api/problem.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { usePools } from '../pool/use-pools.js';
import { useSignUp } from './use-registration.js';

/** Most activities ask no questions. */
const SignUpQuestions = lazyPart('SignUpQuestions', () => import('../sign-up-form/sign-up-questions.js'), {
  texts: ['signUpForm'],
});

interface SignUpFormPanelProps {
  readonly activity: Activity;
  /** A registration that ran out: the form begins with its companions. */
  readonly before: RegistrationView | null;
  /** Where the form is sent; always the same function for one panel. */
  readonly useSend?: (activity: Activity) => Sending;
  /** Which words are on the button, and above a refusal. */
  readonly words?: 'registration' | 'draw';
}

/** What sends a sign-up, and its state. */
export interface Sending {
  readonly mutate: (
    signUp: SignUp,
    then: { readonly onSuccess: () => void; readonly onError: (error: unknown) => void },
  ) => void;
  readonly isPending: boolean;
  /** There is no network: it is sent by itself once there is. */
  readonly isPaused: boolean;
  readonly isError: boolean;
  readonly error: unknown;
}

/** Signs up, alone or with companions. A refusal leaves what was typed. */
export function SignUpFormPanel({
  activity,
  before,
  useSend = useSigningUp,
  words = 'registration',
}: SignUpFormPanelProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SignUpForm>();
  const signUp = useSend(activity);
  const draftKey = `${session.personId()}.${activity.id}`;
  const asked = useSignUpForm(activity);
  const fields = [...signUpFields, ...answerFields(asked.data?.questions ?? [])];
  const refused = async (error: unknown): Promise<void> => {
    // New questions have to be on the page before they can show their errors.
    const isChanged = error instanceof ProblemError && error.problem.code === 'SIGN_UP_FORM_CHANGED';
    const questions = isChanged ? (await asked.refetch()).data?.questions : asked.data?.questions;
    setTimeout(() => showErrors(form, error, [...signUpFields, ...answerFields(questions ?? [])]));
  };
  const submit = (values: SignUpForm): void =>
    signUp.mutate(signUpOf(values, asked.data), {
      onSuccess: () => dropDraft(sessionStorage, draftKey),
      onError: (error) => void refused(error),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={signUp.isPending}
      initialValues={formOf(readDraft(sessionStorage, draftKey) ?? before)}
      onValuesChange={(_changed, values: SignUpForm) => writeDraft(sessionStorage, draftKey, values)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      {activity.companionsMax > 0 && (
        <CompanionFields max={activity.companionsMax} isAgeRequired={activity.kind === 'parentChild'} />
      )}
      {activity.formVersion > 0 && <SignUpQuestions activity={activity} />}
      <ConsentForMinors />
      {words === 'registration' && <FairLine days={activity.waitlistFairShareDays} />}
      {signUp.isError && <Refusal title={t(`${words}.refused`)} error={signUp.error} fields={fields} />}
      <SubmitButton activity={activity} isPending={signUp.isPending} words={words} />
      <PausedLine isPaused={signUp.isPaused} />
    </Form>
  );
}

/** Without a network nothing is sent yet: said beside the button, where the person looks. */
function PausedLine({ isPaused }: { readonly isPaused: boolean }) {
  const { t } = useTranslation();
  if (!isPaused) return null;
  return (
    <p className="field-error" role="status">
      {t('registration.paused')}
    </p>
  );
}

function useSigningUp({ id }: Activity): Sending {
  return useSignUp(id);
}

/** The rule of the waitlist, where it is not only the order of sign-up. */
function FairLine({ days }: { readonly days: number | null }) {
  const { t } = useTranslation();
  return days === null ? null : <p className="hint">{t('registration.fairLine.rule', { days })}</p>;
}

/** Shown only where a companion is a minor. */
function ConsentForMinors() {
  const companions = Form.useWatch<SignUpForm['companions'] | undefined>('companions') ?? [];
  return hasMinor({ companions }) ? <GuardianConsent /> : null;
}

interface SubmitButtonProps {
  readonly activity: Activity;
  readonly isPending: boolean;
  readonly words: 'registration' | 'draw';
}

function SubmitButton({ activity, isPending, words }: SubmitButtonProps) {
  const { t } = useTranslation();
  // What the seats beside it show, as they change.
  const pools = usePools(activity.id);
  const items = pools.data?.items ?? [];
  const isWaiting = words === 'registration' && isFull(items);
  const ahead = waitingAhead(items, activity);
  const companions = Form.useWatch<SignUpForm['companions'] | undefined>('companions') ?? [];
  return (
    <Button type="primary" htmlType="submit" block loading={isPending}>
      {isWaiting && ahead !== null
        ? t('registration.waitBehind', { count: companions.length + 1, ahead })
        : t(isWaiting ? 'registration.wait' : `${words}.submit`, { count: companions.length + 1 })}
    </Button>
  );
}
