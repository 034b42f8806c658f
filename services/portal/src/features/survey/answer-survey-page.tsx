export function AnswerSurveyPage() {
  return null;
}
