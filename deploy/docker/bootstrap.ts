import { bootstrapDatabase } from '@gongxiang/persistence';
import { serviceNames } from '@gongxiang/contracts/operations/operations.contract';

/**
 * Makes the services' schemas and roles in a database, as its administrator (`DATABASE_URL`); the passwords come as
 * `<SERVICE>_OWNER_PASSWORD` and `<SERVICE>_PASSWORD`. The first job of a deployment in containers.
 */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}.`);
  return value;
}

const passwords = serviceNames.map((name) => {
  const prefix = name.toUpperCase();
  return [
    name,
    { owner: required(`${prefix}_OWNER_PASSWORD`), service: required(`${prefix}_PASSWORD`) },
  ] as const;
});
await bootstrapDatabase(required('DATABASE_URL'), Object.fromEntries(passwords));
