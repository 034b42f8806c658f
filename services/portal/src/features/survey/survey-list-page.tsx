export function SurveyListPage() {
  return null;
}
