import { createParamDecorator, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type Contract, type Dto, validateInSteps } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { fromWire, type Outcome, type RequestWire } from './wire.js';

const contractKey = 'gongxiang:contract';

type Handler<Request, Result> = (request: Request, call: CallContext) => Promise<Result>;

type HandlerDecorator<Request, Result> = (
  target: object,
  key: string | symbol,
  descriptor: { readonly value?: Handler<Request, Result> },
) => void;

/** Binds a method to a command: it answers with the outcome of a transaction. */
export function HandlesCommand<Request, Response>(
  contract: Contract<Request, Response>,
): HandlerDecorator<Request, Outcome<Response>> {
  return bind(contract);
}

/** Binds a method to a query: it answers with the view. */
export function HandlesQuery<Request, Response>(
  contract: Contract<Request, Response>,
): HandlerDecorator<Request, Response> {
  return bind(contract);
}

function bind<Request, Result>(contract: Contract<unknown, unknown>): HandlerDecorator<Request, Result> {
  return (target, key, descriptor) => {
    MessagePattern(contract.subject, { contract })(target, key, descriptor as PropertyDescriptor);
    Reflect.defineMetadata(contractKey, contract, descriptor.value as object);
  };
}

/** The contract that a handler is bound to, if it is one. */
export function contractOf(handler: object): Contract<unknown, unknown> | undefined {
  return Reflect.getMetadata(contractKey, handler) as Contract<unknown, unknown> | undefined;
}

class ValidatedRequest implements PipeTransform {
  transform(value: unknown, metadata: { metatype?: unknown }): Promise<object> {
    return validateInSteps(metadata.metatype as Dto<object>, value ?? {}, { refuseUnknown: false });
  }
}

/** The request, checked against its class; fields that this version does not know are dropped. */
export function Request(): ParameterDecorator {
  return Payload('request', new ValidatedRequest());
}

/** Who asks, and how long he waits. */
export const Call = createParamDecorator((_data: unknown, context: ExecutionContext): CallContext => {
  return callOf(context);
});

const callKey = Symbol('call');

/** The context of a message; the same object each time, so that its deadline is counted from the arrival. */
function callOf(context: ExecutionContext): CallContext {
  const data = context.switchToRpc().getData<RequestWire & { [callKey]?: CallContext }>();
  return (data[callKey] ??= fromWire(data.call));
}
