const between = '~';

/** The id under which the tokens of a season are stored here: a person may have one for each party that they answer for. */
export function askingIdOf(asked: {
  readonly efficacySurveyId: string;
  readonly kind: string;
  readonly party: { readonly id: string };
}): string {
  return [asked.efficacySurveyId, asked.kind, asked.party.id].join(between);
}

/** The survey's id: of a survey of an activity, which asks a person once, that is all. */
export function surveyIdIn(askingId: string): string {
  return askingId.split(between)[0] ?? '';
}
