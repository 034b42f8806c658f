import 'reflect-metadata';
import {
  endOnSignals,
  loadConfig,
  type Logger,
  mapStacks,
  type Metrics,
  recordFaults,
} from '@gongxiang/observability';
import { GatewayConfig } from './config/config.js';
import { createGateway } from './gateway.js';
import { LOGGER, METRICS } from './config/tokens.js';

mapStacks();
const config = loadConfig(GatewayConfig, process.env);
const app = await createGateway(config);
const logger = app.get<Logger>(LOGGER);
recordFaults(logger, app.get<Metrics>(METRICS));
endOnSignals(logger, () => app.close());
await app.listen(config.port, config.listenAddress);
