// node deploy/local/reseal.mjs [sharing]: seals what membership, or sharing, has sealed under its present key, when that was changed.
import { runServiceCommand } from './service-command.mjs';

process.exit(await runServiceCommand(process.argv[2] === 'sharing' ? 'sharing' : 'membership', 'reseal'));
