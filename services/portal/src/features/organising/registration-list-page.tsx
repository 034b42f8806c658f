export function RegistrationListPage() {
  return null;
}
