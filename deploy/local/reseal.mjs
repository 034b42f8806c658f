// node deploy/local/reseal.mjs [sharing | notification | affairs]: seals what membership, or the service named, has sealed under its present key, when that was changed.
import { runServiceCommand } from './service-command.mjs';

process.exit(
  await runServiceCommand(
    ['sharing', 'notification', 'affairs'].find((name) => name === process.argv[2]) ?? 'membership',
    'reseal',
  ),
);
